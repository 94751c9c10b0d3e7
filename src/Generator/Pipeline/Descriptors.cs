using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The diagnostics of schemas, as descriptors for the compiler.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = SchemaDiagnosticDescriptors.All.ToDictionary(rule => rule.Id, Create);

    public static ImmutableArray<DiagnosticDescriptor> OfSchemas { get; } = [.. ById.Values];

    public static DiagnosticDescriptor For(SchemaDiagnosticDescriptor rule) => ById[rule.Id];

#pragma warning disable RS2008 // The rules are defined in the schema reader, which does not reference the compiler.
    private static DiagnosticDescriptor Create(SchemaDiagnosticDescriptor rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        rule.Id.StartsWith("PMG9", StringComparison.Ordinal) ? "PageMessages.Build" : "PageMessages.Schema",
        rule.IsWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: HelpPages.Describe(rule.Id));
}
