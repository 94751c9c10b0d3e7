using Microsoft.CodeAnalysis;
using PageMessagesGen.Generator.Pipeline;

namespace PageMessagesGen.Generator;

/// <summary>
/// Turns the project's schemas into C#. Text → checked schema → model of the code → source: each stage hands on a value, so
/// that an edit costs only what follows from it. The compilation is not looked at.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PageMessagesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static file => SchemaText.IsSchema(file.Left, file.Right))
            .Select(static (file, cancellation) => SchemaText.Read(file.Left, cancellation))
            .WithTrackingName(TrackingNames.Text);

        // Two schemas may have one file name; the names of the generated files must differ all the same.
        var fileNames = texts
            .Select(static (text, _) => text.Path)
            .Collect()
            .Select(static (paths, _) => GeneratedFileNames.Allocate(paths))
            .WithTrackingName(TrackingNames.FileNames);

        var schemas = texts
            .Combine(fileNames)
            .Select(static (input, _) => ParsedSchema.Parse(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Schema);

        var findings = schemas
            .Select(static (schema, _) => schema.Findings)
            .WithTrackingName(TrackingNames.Findings);

        // A finding has a place in the text, which moves with every line; the model has none.
        var services = schemas
            .Select(static (schema, _) => schema.Service)
            .WithTrackingName(TrackingNames.Service);

        context.RegisterSourceOutput(findings, static (output, found) => found.Report(output));
        context.RegisterSourceOutput(services, static (output, service) => ServiceOutput.Add(output, service));
    }
}
