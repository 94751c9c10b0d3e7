using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Reads the limits of a value, and whether they fit its type and each other.</summary>
internal sealed class LimitReader(DiagnosticBag diagnostics)
{
    private static readonly Regex Length = new(
        @"^(?<under>under )?(?<number>[0-9]{1,8}) (?<unit>characters?|bytes?)\z", RegexOptions.CultureInvariant);

    private static readonly string[] OfText = ["min-length", "max-length", "format"];
    private static readonly string[] OfList = ["min-count", "max-count"];
    private static readonly string[] OfNumber = ["min", "max"];

    /// <param name="reader">The mapping that holds the limits.</param>
    /// <param name="type">What is bounded.</param>
    /// <param name="subject">Its name, for messages.</param>
    /// <param name="isInsideJson">Whether it stands in free JSON, where it may well be a text.</param>
    public Limits Read(MappingReader reader, TypeReference type, string subject, bool isInsideJson = false)
    {
        var limits = new Limits(
            ReadLength(reader, "min-length"),
            ReadLength(reader, "max-length"),
            ReadCount(reader, "min-count"),
            ReadCount(reader, "max-count"),
            reader.Integer("min"),
            reader.Integer("max"),
            reader.Choice(
                "format",
                TextFormat.Any,
                ("digits", TextFormat.Digits),
                ("url", TextFormat.Url),
                ("https-url", TextFormat.HttpsUrl),
                ("currency", TextFormat.Currency),
                ("phone-number", TextFormat.PhoneNumber),
                ("word", TextFormat.Word),
                ("no-blanks", TextFormat.NoBlanks)));

        if (ReferenceEquals(type, DeclaredNames.StandIn))
            return Limits.None;
        ReportMisfits(reader, OfText, isInsideJson || type is ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger }, subject, type);
        ReportMisfits(reader, OfList, type is ListReference, subject, type);
        ReportMisfits(reader, OfNumber, type is ScalarReference { Kind: ScalarKind.Integer or ScalarKind.Number }, subject, type);
        ReportImpossible(reader, limits);
        return limits;
    }

    private LengthLimit? ReadLength(MappingReader reader, string key)
    {
        if (reader.Text(key) is not { } text)
            return null;
        var match = Length.Match(text.Value);
        if (match.Success && !(key == "min-length" && match.Groups["under"].Success))
        {
            return new LengthLimit(
                int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
                match.Groups["unit"].Value[0] == 'b' ? LengthUnit.Bytes : LengthUnit.Characters,
                match.Groups["under"].Success);
        }

        var form = key == "min-length" ? "a length such as '1 character'" : "a length such as '20 characters', 'under 2000 characters' or '1000 bytes'";
        diagnostics.Add(SchemaRules.InvalidValue, text.Range, text.Value, form, "");
        return null;
    }

    private int? ReadCount(MappingReader reader, string key)
    {
        var count = reader.Integer(key);
        if (count is null or (>= 0 and <= int.MaxValue))
            return (int?)count;
        diagnostics.Add(SchemaRules.ImpossibleLimit, reader.Text(key)!.Range, $"{key}: {count}", "a list cannot have so many elements");
        return null;
    }

    private void ReportMisfits(MappingReader reader, string[] keys, bool fits, string subject, TypeReference type)
    {
        if (fits)
            return;
        foreach (var key in keys)
        {
            // A value of the wrong shape has been reported by whoever read it.
            if (reader.Find(key) is YamlScalar { IsMissing: false } found)
                diagnostics.Add(SchemaRules.LimitOnWrongType, found.Range, key, subject, Describe(type));
        }
    }

    private void ReportImpossible(MappingReader reader, Limits limits)
    {
        if (limits.MaxLength is { Largest: < 0 } or { Largest: 0, IsExclusive: true })
            Report("max-length", "no text would be short enough but the empty one");
        if (limits is { MinLength: { } min, MaxLength: { } max } && min.Unit == max.Unit && min.Value > max.Largest)
            Report("min-length", $"it is more than max-length, {max}");
        if (limits is { MinCount: { } fewest, MaxCount: { } most } && fewest > most)
            Report("min-count", $"it is more than max-count, {most}");
        if (limits is { Min: { } smallest, Max: { } largest } && smallest > largest)
            Report("min", $"it is more than max, {largest}");

        void Report(string key, string reason)
        {
            var text = reader.Text(key)!;
            diagnostics.Add(SchemaRules.ImpossibleLimit, text.Range, $"{key}: {text.Value}", reason);
        }
    }

    private static string Describe(TypeReference type) => type switch
    {
        ListReference => "a list",
        ObjectReference or UnionReference => "an object",
        EnumReference => "an enum",
        ScalarReference scalar => scalar.Kind switch
        {
            ScalarKind.Boolean => "true or false",
            ScalarKind.Integer or ScalarKind.Number => "a number",
            ScalarKind.Json => "any JSON",
            _ => "a text",
        },
        _ => "something else",
    };
}
