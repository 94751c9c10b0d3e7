using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads an error that the server can return.</summary>
internal sealed class ErrorReader(FactReader facts, DiagnosticBag diagnostics)
{
    private static readonly Regex Key = new(@"^(?<code>[0-9]{1,9})(/(?<subcode>[0-9]{1,9}))?\z", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, YamlScalar> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ErrorKey, YamlScalar> _keys = [];

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
        var outcome = reader.Choice("outcome", ErrorOutcome.Rejected, ("rejected", ErrorOutcome.Rejected), ("unknown", ErrorOutcome.Unknown));
        var evidence = facts.Evidence(reader);
        reader.Finish();
        return ParseKey(key, diagnostics) is { } code && name is not null
            && IsFirst(_keys, code, name, key, "both have the same code.") && IsFirst(_names, name, name, key, "each error needs its own name.")
            ? new ErrorCode(code, name, summary, recovery, outcome, evidence, key.Range)
            : null;
    }

    /// <summary>Reads <c>100</c> or <c>100/2018001</c>, and reports anything else.</summary>
    public static ErrorKey? ParseKey(YamlScalar text, DiagnosticBag diagnostics)
    {
        var match = Key.Match(text.Value);
        if (match.Success)
        {
            var subcode = match.Groups["subcode"];
            return new ErrorKey(Number(match.Groups["code"].Value), subcode.Success ? Number(subcode.Value) : null);
        }

        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, "an error code such as 100, or a code and a subcode such as 100/2018001", "");
        return null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private bool IsFirst<T>(Dictionary<T, YamlScalar> first, T value, string name, YamlScalar key, string why)
        where T : notnull
    {
        if (first.TryGetValue(value, out var other))
        {
            diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, key.Range, "The error", name, other.Value, other.Range.LineSeenFrom(key.Range), why);
            return false;
        }

        first.Add(value, key);
        return true;
    }
}
