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

    private readonly Dictionary<string, (ErrorCode Error, YamlScalar Key)> _names = new(StringComparer.Ordinal);
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
            ("throttle", Recovery.Throttle),
            ("window", Recovery.Window));
        var outcome = reader.Choice("outcome", ErrorOutcome.Rejected, ("rejected", ErrorOutcome.Rejected), ("unknown", ErrorOutcome.Unknown));
        var affectsPage = reader.Choice("affects", false, ("request", false), ("page", true));
        var evidence = facts.Evidence(reader);
        reader.Finish();
        if (ParseKey(key, diagnostics) is not { } code || name is null)
            return null;
        var error = new ErrorCode(code, name, summary, recovery, outcome, affectsPage, evidence, key.Range);
        return HasOwnCode(error, key) && HasOwnMeaning(error, key) ? error : null;
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

    private bool HasOwnCode(ErrorCode error, YamlScalar key)
    {
        if (_keys.TryGetValue(error.Key, out var other))
            return Report(error, key, other, "both have the same code.");
        _keys.Add(error.Key, key);
        return true;
    }

    // Several codes can be one error, which then has one meaning.
    private bool HasOwnMeaning(ErrorCode error, YamlScalar key)
    {
        if (!_names.TryGetValue(error.Name, out var first))
            _names.Add(error.Name, (error, key));
        else if (Meaning(error) != Meaning(first.Error))
            return Report(error, key, first.Key, "errors with one name differ in their code only.");
        return true;
    }

    private static (string, Recovery, ErrorOutcome, bool) Meaning(ErrorCode error) => (error.Summary, error.Recovery, error.Outcome, error.AffectsPage);

    private bool Report(ErrorCode error, YamlScalar key, YamlScalar other, string why)
    {
        diagnostics.Add(SchemaDiagnosticDescriptors.DuplicateName, key.Range, "The error", error.Name, other.Value, other.Range.LineSeenFrom(key.Range), why);
        return false;
    }
}
