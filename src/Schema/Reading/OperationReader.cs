using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an operation.</summary>
internal sealed class OperationReader(DeclaredNames names, DiagnosticBag diagnostics)
{
    // The page comes from the client's options; it is the one part of a path that varies.
    private static readonly Regex Request = new(@"^POST(?<path>(/([a-z_]+|\{page_id\}))+)\z", RegexOptions.CultureInvariant);

    public Operation? Read(YamlEntry entry)
    {
        var name = entry.Key.Matching(TypeReader.WireName, "a name of letters, digits and underscores", diagnostics);
        var reader = new MappingReader(entry.Value, $"the operation '{entry.Key.Value}'", entry.Key.Range, diagnostics);
        var summary = reader.RequiredText("summary")?.Value ?? "";
        var path = ReadPath(reader.RequiredText("request"));
        var body = ReadType(reader.RequiredText("body"));
        var returns = ReadType(reader.RequiredText("returns"));
        reader.Finish();
        return name is null || path is null || body is null || returns is null
            ? null
            : new Operation(name, summary, "POST", path, body, returns, entry.Key.Range);
    }

    private string? ReadPath(YamlScalar? text)
    {
        if (text is null)
            return null;
        var match = Request.Match(text.Value.Replace("POST ", "POST"));
        if (match.Success)
            return match.Groups["path"].Value;
        diagnostics.Add(SchemaRules.InvalidValue, text.Range, text.Value, "a request such as POST /{page_id}/messages", "");
        return null;
    }

    private string? ReadType(YamlScalar? name) => name is not null && names.IsType(name) ? name.Value : null;
}
