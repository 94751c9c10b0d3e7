using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an object and its members.</summary>
internal sealed class TypeReader(DeclaredNames names, DiagnosticBag diagnostics)
{
    /// <summary>What names on the wire look like; it holds for members of objects and of enums.</summary>
    public static readonly Regex WireName = new(@"^[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    public ObjectType? Read(YamlEntry entry)
    {
        var name = entry.Key.AsTypeName(diagnostics);
        var reader = new MappingReader(entry.Value, $"the type '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.RequiredText("summary")?.Value ?? "";
        var members = reader.RequiredEntries("members").Select(ReadMember).OfType<Member>().ToEquatableArray();
        reader.Finish();
        return name is null ? null : new ObjectType(name, summary, members, entry.Key.Range);
    }

    private Member? ReadMember(YamlEntry entry)
    {
        var name = entry.Key.Matching(WireName, "a name of letters, digits and underscores", diagnostics);
        var reader = new MappingReader(entry.Value, $"the member '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var type = reader.RequiredText("type") is { } text ? names.Resolve(text) : new ScalarReference(ScalarKind.Json);
        var member = new Member(
            name ?? "",
            reader.RequiredText("summary")?.Value ?? "",
            type,
            reader.Flag("required"),
            reader.Flag("emoji"),
            reader.Flag("undocumented"),
            ReadDefault(reader.Text("default"), entry.Key.Value, type),
            ReadFormat(reader, type),
            entry.Key.Range);
        reader.Finish();
        return name is null ? null : member;
    }

    private TextFormat ReadFormat(MappingReader reader, TypeReference type)
    {
        var format = reader.Choice(
            "format", TextFormat.Any, ("digits", TextFormat.Digits), ("url", TextFormat.Url), ("currency", TextFormat.Currency));
        if (format is not TextFormat.Any && type is not ScalarReference { Kind: ScalarKind.String } && reader.Text("format") is { } text)
            diagnostics.Add(SchemaRules.InvalidValue, text.Range, text.Value, "a format of this member; only a string has one", "");
        return format;
    }

    private string? ReadDefault(YamlScalar? text, string member, TypeReference type)
    {
        if (text is null)
            return null;
        var (possible, what, hint) = type switch
        {
            EnumReference e when names.MembersOf(e.Name).Contains(text.Value) => (true, "", ""),
            EnumReference e => (false, $"a {e.Name}", diagnostics.Hint(text.Value, names.MembersOf(e.Name))),
            ScalarReference { Kind: ScalarKind.Boolean } => (text.Value is "true" or "false", "true or false", ""),
            ScalarReference { Kind: ScalarKind.Integer } => (Regex.IsMatch(text.Value, @"^-?[0-9]{1,18}\z"), "a whole number", ""),
            ScalarReference { Kind: ScalarKind.String } => (true, "text", ""),
            _ => (false, "of a type without defaults", ""),
        };
        if (!possible)
            diagnostics.Add(SchemaRules.InvalidDefault, text.Range, text.Value, member, what, hint);
        return possible ? text.Value : null;
    }
}
