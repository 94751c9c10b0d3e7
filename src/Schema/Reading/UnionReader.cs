using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads a union: an object that has one of several shapes.</summary>
internal sealed class UnionReader(SymbolTable names, DiagnosticBag diagnostics)
{
    public UnionType? Read(YamlEntry entry)
    {
        var name = entry.Key.AsTypeName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the union '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.Summary();
        var discriminator = reader.Text("discriminator").AsWireName(diagnostics);
        var text = reader.Text("values");
        var values = text is null ? null : names.FindOwnEnum(text);
        var content = reader.Text("content").AsWireName(diagnostics);
        if (values is null && text is not null)
            content = null; // the unknown enum is reported
        var cases = reader.RequiredEntries("cases").Select(ReadCase).ToEquatableArray();
        reader.Finish();
        return name is null ? null : new UnionType(name, summary, discriminator, values, content, cases, entry.Key.Range);
    }

    private UnionCase ReadCase(YamlEntry entry)
    {
        if (entry.Value is not YamlScalar type)
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.WrongShape, entry.Value.Range, $"'{entry.Key.Value}'", "the name of a type, 'json' or 'none'", entry.Value.Kind);
            return AnyJson(entry);
        }

        return type.Value switch
        {
            "json" => AnyJson(entry),
            "none" => new UnionCase(entry.Key.Value, UnionCaseKind.None, "", entry.Key.Range),
            _ => names.FindShape(type) is { } found ? new UnionCase(entry.Key.Value, UnionCaseKind.Type, found, entry.Key.Range) : AnyJson(entry),
        };
    }

    // It also replaces an unreadable shape, so that the case is not reported as missing.
    private static UnionCase AnyJson(YamlEntry entry) => new(entry.Key.Value, UnionCaseKind.Json, "", entry.Key.Range);
}
