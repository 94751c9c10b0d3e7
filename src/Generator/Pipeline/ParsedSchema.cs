using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>What became of a schema's text: what is wrong with it, and the model of the code for what is sound.</summary>
internal sealed record ParsedSchema(SchemaFindings Findings, ServiceModel? Service)
{
    public static ParsedSchema Parse(SchemaText text, EquatableArray<GeneratedFileName> fileNames)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            var schema = SchemaReader.Read(text.Content);
            var stem = fileNames.First(f => f.Path == text.Path).Stem;
            var service = schema.Document is { } document ? ServiceModelBuilder.Build(document, stem, GenerationSettings.Default, diagnostics) : null;
            return new ParsedSchema(new SchemaFindings(text.Path, schema.Diagnostics.Concat(diagnostics.ToList()).ToEquatableArray()), service);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception that reached the compiler would be a mere warning there, and all generated code would be gone.
            diagnostics.Add(SchemaRules.InternalError, TextRange.FileStart, exception.ToString().Replace("\r", "").Replace("\n", " "));
            return new ParsedSchema(new SchemaFindings(text.Path, diagnostics.ToList()), null);
        }
    }
}
