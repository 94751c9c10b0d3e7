using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>What is reported of secrets and misuse.</summary>
internal static class UsageDescriptors
{
    /// <summary>See <see cref="DiagnosticIds.LiteralToken"/>. It has no arguments: a message ends up in logs of builds.</summary>
    public static readonly DiagnosticDescriptor LiteralToken = DescriptorFactory.Create(
        DiagnosticIds.LiteralToken,
        "Access token in the source",
        "This looks like an access token; anyone who can read the source or the assembly can send messages as this Page",
        DescriptorFactory.Security,
        DiagnosticSeverity.Warning,
        "A token in the source is also in the history of the repository and in every copy of the assembly, and cannot be removed from them. Read the token from the configuration or from a secret store, and revoke the one that was in the source.");

    /// <summary>See <see cref="DiagnosticIds.NoJson"/>. Its argument is where it stops being JSON; more of the text is not told, it may be secret.</summary>
    public static readonly DiagnosticDescriptor NoJson = DescriptorFactory.Create(
        DiagnosticIds.NoJson,
        "Invalid JSON in a constant",
        "Invalid JSON at {0}: RawJson.Parse will throw",
        DescriptorFactory.Usage,
        DiagnosticSeverity.Error,
        "The string is a constant, so the exception is known at compile time. JSON does not allow a comma after the last element, names without quotes, single quotes, or comments.");

    /// <summary>See <see cref="DiagnosticIds.RuleSetting"/>. Its arguments are the setting, and what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor RuleSetting = DescriptorFactory.Create(
        DiagnosticIds.RuleSetting,
        "Invalid setting of a rule",
        "The setting '{0}' has no effect: {1}",
        DescriptorFactory.Usage,
        DiagnosticSeverity.Warning,
        "The compiler ignores settings of an .editorconfig file that it does not know. A setting with a misspelled rule or an unknown severity would have no effect, without any message.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>See <see cref="DiagnosticIds.ContextOfGeneratedType"/>. Its arguments are the generated type, the context, and what to do instead.</summary>
    public static readonly DiagnosticDescriptor ContextOfGeneratedType = DescriptorFactory.Create(
        DiagnosticIds.ContextOfGeneratedType,
        "A JSON context includes a type that is generated in the same project",
        "System.Text.Json cannot see the members of '{0}', which is generated in this project, so '{1}' would write it as an empty object: {2}",
        DescriptorFactory.Usage,
        DiagnosticSeverity.Warning,
        "Source generators do not see each other's output. The generated types have their own context. Add it to the chain of resolvers together with yours.");
}
