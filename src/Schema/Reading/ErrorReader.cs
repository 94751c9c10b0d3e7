using System.Globalization;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an error code.</summary>
internal sealed class ErrorReader(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, YamlScalar> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, YamlScalar> _codes = [];

    public ErrorCode? Read(YamlEntry entry)
    {
        var key = entry.Key;
        var reader = new MappingReader(entry.Value, $"the error '{key.Value}'", key.Range, diagnostics);
        var name = reader.RequiredText("name").AsTypeName(diagnostics);
        var summary = reader.RequiredText("summary")?.Value ?? "";
        var recovery = reader.RequiredChoice(
            "recovery",
            Recovery.Request,
            ("request", Recovery.Request),
            ("token", Recovery.Token),
            ("permission", Recovery.Permission),
            ("recipient", Recovery.Recipient),
            ("wait", Recovery.Wait),
            ("window", Recovery.Window));
        reader.Finish();

        if (!int.TryParse(key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            diagnostics.Add(SchemaRules.InvalidValue, key.Range, key.Value, "an error code, which is a whole number", "");
        else if (name is not null && IsFirst(_codes, code, name, key, "both are one code.") && IsFirst(_names, name, name, key, "each error needs a name of its own."))
            return new ErrorCode(code, name, summary, recovery, key.Range);
        return null;
    }

    private bool IsFirst<T>(Dictionary<T, YamlScalar> first, T value, string name, YamlScalar key, string why)
        where T : notnull
    {
        if (first.TryGetValue(value, out var other))
        {
            diagnostics.Add(SchemaRules.DuplicateName, key.Range, "The error", name, other.Value, other.Range.Start.Line, why);
            return false;
        }

        first.Add(value, key);
        return true;
    }
}
