using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Pipeline;

namespace PageMessagesGen.Generator;

/// <summary>
/// Turns the project's schemas into C#. Text → checked schema → model of the code → source: each stage hands on a value, so
/// that an edit costs only what follows from it. The compilation is not looked at, and the steps are few: the driver asks each
/// of them at every keystroke in C#, even if only to hear that nothing has changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PageMessagesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (file, cancellation) => SchemaText.Read(file.Left, file.Right, cancellation) is { } text ? ImmutableArray.Create(text) : [])
            .WithTrackingName(TrackingNames.Text);

        // A file may change another one: which they are is seen only where all of them are together.
        var groups = texts
            .Collect()
            .SelectMany(static (texts, _) => ProjectSchema.GroupAll(texts))
            .WithTrackingName(TrackingNames.Group);

        var schemas = groups
            .Select(static (group, _) => ParsedSchema.Parse(group))
            .WithTrackingName(TrackingNames.Schema);

        // Two schemas may want one name, for a type or for a file: who gets it is seen only where all of them are together.
        var services = schemas
            .Collect()
            .SelectMany(static (schemas, _) => ServiceOutputModel.PlaceAll(schemas))
            .WithTrackingName(TrackingNames.Service);

        // A finding has a place in the text, which moves with every line; the model has none.
        context.RegisterSourceOutput(schemas, static (output, schema) => schema.Findings.Report(output.ReportDiagnostic));
        context.RegisterSourceOutput(services, static (output, service) => ServiceOutput.Add(output, service));
    }
}
