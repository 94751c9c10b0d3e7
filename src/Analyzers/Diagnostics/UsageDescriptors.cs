using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>What is reported of secrets and misuse.</summary>
internal static class UsageDescriptors
{
    /// <summary>See <see cref="DiagnosticIds.LiteralToken"/>. It has no arguments: a message ends up in logs of builds.</summary>
    public static readonly DiagnosticDescriptor LiteralToken = DescriptorFactory.Create(
        DiagnosticIds.LiteralToken,
        "An access token stands in the source",
        "This looks like an access token; whoever can read the source or the assembly can send in the name of the Page",
        DescriptorFactory.Security,
        DiagnosticSeverity.Warning,
        "A token in the source is in the history of the repository and in every copy of the assembly, and cannot be taken back. Read it from the configuration or from a secret store, and revoke the one that was written down.");

    /// <summary>See <see cref="DiagnosticIds.NoJson"/>. Its argument is where it stops being JSON; more of the text is not told, it may be secret.</summary>
    public static readonly DiagnosticDescriptor NoJson = DescriptorFactory.Create(
        DiagnosticIds.NoJson,
        "A text that is to be JSON is none",
        "This is no JSON from {0} on: RawJson.Parse throws here",
        DescriptorFactory.Usage,
        DiagnosticSeverity.Error,
        "The text is a constant, so it is known now what the program would find when it runs. JSON knows no comma behind the last element, no names without quotes, no quotes but double ones and no remarks.");

    /// <summary>See <see cref="DiagnosticIds.RuleSetting"/>. Its arguments are the setting, and what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor RuleSetting = DescriptorFactory.Create(
        DiagnosticIds.RuleSetting,
        "A setting of a rule is not understood",
        "The setting '{0}' has no effect: {1}",
        DescriptorFactory.Usage,
        DiagnosticSeverity.Warning,
        "What an .editorconfig says of a rule that does not exist, or in words that are not known, is passed over by the compiler. The build would be as strict as before, and nobody would know.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>See <see cref="DiagnosticIds.ContextOfGeneratedType"/>. Its arguments are the generated type, the context, and what to do instead.</summary>
    public static readonly DiagnosticDescriptor ContextOfGeneratedType = DescriptorFactory.Create(
        DiagnosticIds.ContextOfGeneratedType,
        "A JSON context names a type that is generated in the same project",
        "'{0}' is generated in this project, where System.Text.Json cannot see its members, so '{1}' would write it as an empty object: {2}",
        DescriptorFactory.Usage,
        DiagnosticSeverity.Warning,
        "Source generators do not see each other's output. The generated types come with a context of their own, which belongs into the chain of resolvers beside yours.");
}
