using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>Makes the descriptors of the analyzers alike.</summary>
internal static class DescriptorFactory
{
    /// <summary>The category of what breaks a rule of the schema, or uses the generated code in vain.</summary>
    public const string Usage = "PageMessages.Usage";

    /// <summary>The category of what gives a secret away.</summary>
    public const string Security = "PageMessages.Security";

    /// <summary>Creates a descriptor that is on by default and names its page.</summary>
    /// <param name="id">The id, one of <see cref="DiagnosticIds"/>.</param>
    /// <param name="title">What is wrong, in a few words; the page has it as its heading.</param>
    /// <param name="message">What is wrong at one place.</param>
    /// <param name="category"><see cref="Usage"/> or <see cref="Security"/>.</param>
    /// <param name="severity">How bad it usually is.</param>
    /// <param name="description">Why it is wrong.</param>
    /// <param name="tags">What the compiler must know of it.</param>
    internal static DiagnosticDescriptor Create(
        string id, string title, string message, string category, DiagnosticSeverity severity, string description, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, $"{description} {HelpPages.Describe(id)}", helpLinkUri: null, tags);
}
