using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>Creates the descriptors of the analyzers.</summary>
internal static class DescriptorFactory
{
    /// <summary>The category of violations of a rule, and of generated code that is used without effect.</summary>
    public const string Usage = "PageMessages.Usage";

    /// <summary>The category of code that exposes a secret.</summary>
    public const string Security = "PageMessages.Security";

    /// <summary>Creates a descriptor that is enabled by default and names its help page.</summary>
    /// <param name="id">The id, one of <see cref="DiagnosticIds"/>.</param>
    /// <param name="title">The title, which is also the heading of the page.</param>
    /// <param name="message">The message format.</param>
    /// <param name="category"><see cref="Usage"/> or <see cref="Security"/>.</param>
    /// <param name="severity">The default severity.</param>
    /// <param name="description">The reason for the diagnostic.</param>
    /// <param name="tags">The custom tags for the compiler.</param>
    internal static DiagnosticDescriptor Create(
        string id, string title, string message, string category, DiagnosticSeverity severity, string description, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, $"{description} {HelpPages.Describe(id)}", helpLinkUri: null, tags);
}
