using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Generator.Pipeline;

namespace PageMessagesGen.Generator;

/// <summary>
/// Reports the diagnostics of a schema while it is being edited: editors show those of an analyzer at once, and those of a generator
/// only after a build. In a build both report them, and the compiler removes duplicates.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfSchemas;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(static file =>
        {
            var path = file.AdditionalFile.Path;
            foreach (var schema in ProjectSchema.Of(file.AdditionalFile, file.Options, file.CancellationToken))
                ParsedSchema.Parse(schema).Findings.Report(file.ReportDiagnostic, path);
        });
    }
}
