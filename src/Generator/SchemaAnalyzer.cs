using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Generator.Pipeline;

namespace PageMessagesGen.Generator;

/// <summary>
/// Reports what is wrong with a schema while it is being edited: editors show an analyzer's findings on such files at once,
/// and the generator's only after a build. In a build both report, and the compiler counts equal reports once.
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
            if (SchemaText.Read(file.AdditionalFile, file.Options.AnalyzerConfigOptionsProvider, file.CancellationToken) is { } text)
                ParsedSchema.Parse(text).Findings.Report(file.ReportDiagnostic);
        });
    }
}
