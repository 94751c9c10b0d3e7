using System.Runtime.CompilerServices;
using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The result of parsing a schema: its diagnostics, and the model of the code for its valid parts.</summary>
internal sealed record ParsedSchema(SchemaDiagnosticList Findings, ServiceModel? Service)
{
    // The generator and the analyzer receive the same strings. Each is parsed once, and again if its settings change.
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
                diagnostics.Add(SchemaDiagnosticDescriptors.InvalidSetting, TextRange.FileStart, fault.Value, fault.Name, fault.Expected);
            var schema = SchemaReader.Read(text.Content);
            var service = schema.Document is { } document ? ServiceModelBuilder.Build(document, text.Settings, diagnostics) : null;
            return new ParsedSchema(new SchemaDiagnosticList(text.Path, schema.Diagnostics.Concat(diagnostics.ToList()).ToEquatableArray()), service);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler would report an exception only as a warning, and would omit all generated code.
            diagnostics.Add(SchemaDiagnosticDescriptors.InternalError, TextRange.FileStart, exception.ToString().Replace("\r", "").Replace("\n", " "));
            return new ParsedSchema(new SchemaDiagnosticList(text.Path, diagnostics.ToList()), null);
        }
    }

    private sealed class Memory
    {
        public volatile Parsing? Last;
    }

    private sealed record Parsing(SchemaText Text, ParsedSchema Schema);
}
