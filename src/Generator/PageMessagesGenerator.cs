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
            .Select(static (file, cancellation) => SchemaText.Read(file.Left, file.Right, cancellation))
            .Where(static text => text is not null)
            .Select(static (text, _) => text!)
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

        var clashes = schemas
            .Select(static (schema, _) => NameClaim.Of(schema))
            .Collect()
            .Select(static (claims, _) => NameClaim.FindClashes(claims))
            .WithTrackingName(TrackingNames.Clashes);

        // A finding has a place in the text, which moves with every line; the model has none.
        var services = schemas
            .Combine(clashes)
            .Select(static (input, _) => input.Right.Any(clash => clash.Path == input.Left.Findings.Path) ? null : input.Left.Service)
            .WithTrackingName(TrackingNames.Service);

        context.RegisterSourceOutput(findings, static (output, found) => found.Report(output.ReportDiagnostic));
        context.RegisterSourceOutput(clashes, static (output, found) => found.ToList().ForEach(clash => clash.Report(output.ReportDiagnostic)));
        context.RegisterSourceOutput(services, static (output, service) => ServiceOutput.Add(output, service));
    }
}
