using System.Runtime.CompilerServices;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>What became of a schema's text: what is wrong with it, and the model of the code for what is sound.</summary>
internal sealed record ParsedSchema(SchemaFindings Findings, ServiceModel? Service)
{
    // The generator and the analyzer meet the same texts; each is parsed once, and again if the project wants something else of it.
    private static readonly ConditionalWeakTable<string, Memory> Memories = new();

    public string Path => Findings.Path;

    public static ParsedSchema Parse(SchemaText text)
    {
        var memory = Memories.GetOrCreateValue(text.Content);
        if (memory.Last is not { } last || last.Text != text)
            memory.Last = last = new Parsing(text, Read(text));
        return last.Schema;
    }

    private static ParsedSchema Read(SchemaText text)
    {
        var diagnostics = new DiagnosticBag();
        using var culture = InvariantCulture.Enter();
        try
        {
            if (text.SettingFault is { } fault)
                diagnostics.Add(SchemaRules.InvalidSetting, TextRange.FileStart, fault.Value, fault.Name, fault.Expected);
            var schema = SchemaReader.Read(text.Content);
            var service = schema.Document is { } document ? ServiceModelBuilder.Build(document, text.Settings, diagnostics) : null;
            return new ParsedSchema(new SchemaFindings(text.Path, schema.Diagnostics.Concat(diagnostics.ToList()).ToEquatableArray()), service);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An exception that reached the compiler would be a mere warning there, and all generated code would be gone.
            diagnostics.Add(SchemaRules.InternalError, TextRange.FileStart, exception.ToString().Replace("\r", "").Replace("\n", " "));
            return new ParsedSchema(new SchemaFindings(text.Path, diagnostics.ToList()), null);
        }
    }

    private sealed class Memory
    {
        public volatile Parsing? Last;
    }

    private sealed record Parsing(SchemaText Text, ParsedSchema Schema);
}
