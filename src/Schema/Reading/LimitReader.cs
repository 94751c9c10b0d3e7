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
    private static readonly string[] All = [.. OfText, .. OfList, .. OfNumber];
    private static readonly (string, StringFormat?)[] Formats = [.. StringFormat.All.Select(format => (format.Name, (StringFormat?)format))];

    /// <param name="reader">The mapping that holds the limits.</param>
    /// <param name="type">What is bounded.</param>
    /// <param name="subject">Its name, for messages.</param>
    /// <param name="isInsideJson">Whether it stands in free JSON, where it may well be a text.</param>
    public EquatableArray<Limit> Read(MappingReader reader, TypeReference type, string subject, bool isInsideJson = false)
    {
        // Most values have no limits.
        if (!reader.HasAny(All))
            return default;
        var value = (type as ListReference)?.Element ?? type; // limits of strings and numbers apply to each element
        Limit?[] limits =
        [
            ReadLength(reader, "min-length", LimitKind.MinCharacters, LimitKind.MinBytes),
            ReadLength(reader, "max-length", LimitKind.MaxCharacters, LimitKind.MaxBytes),
            ReadCount(reader, "min-count", LimitKind.MinCount),
            ReadCount(reader, "max-count", LimitKind.MaxCount),
            ReadNumber(reader, "min", value) is { } min ? Limit.Of(LimitKind.Min, min) : null,
            ReadNumber(reader, "max", value) is { } max ? Limit.Of(LimitKind.Max, max) : null,
            ReadFormat(reader),
        ];
        var found = limits.OfType<Limit>().ToEquatableArray();
        if (ReferenceEquals(type, SymbolTable.ErrorType))
            return default;
        ReportMisfits(reader, OfText, isInsideJson || IsText(value), subject, type);
        ReportMisfits(reader, OfList, type is ListReference, subject, type);
        ReportMisfits(reader, OfNumber, IsNumber(value), subject, type);
        ReportImpossible(reader, found);
        return found;
    }

    /// <summary>Determines whether a limit is possible for a type. If it is not, it has been reported.</summary>
    public static bool Fits(Limit limit, TypeReference type)
    {
        var value = (type as ListReference)?.Element ?? type;
        return limit.IsOfList ? type is ListReference : limit.IsOfString ? IsText(value) : IsNumber(value);
    }

    private static bool IsText(TypeReference type) => type is ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger };

    private static bool IsNumber(TypeReference type) => type is ScalarReference { Kind: ScalarKind.Integer or ScalarKind.Number };

    /// <summary>Reads the limits of a count.</summary>
    public EquatableArray<Limit> ReadCounts(MappingReader reader, string minKey, string maxKey)
    {
        var (min, max) = (ReadCount(reader, minKey, LimitKind.MinCount), ReadCount(reader, maxKey, LimitKind.MaxCount));
        if (min is not null && max is not null && min.Bound > max.Bound)
            diagnostics.Add(SchemaDiagnosticDescriptors.ImpossibleLimit, reader.Text(minKey)!.Range, $"{minKey}: {min.Bound}", $"it is more than {maxKey}, {max.Bound}");
        return new[] { min, max }.OfType<Limit>().ToEquatableArray();
    }

    private static Limit? ReadFormat(MappingReader reader) =>
        reader.Choice("format", null, Formats) is { } format ? new Limit(LimitKind.Format, 0, format) : null;

    // A bound of whole numbers is a whole number.
    private static decimal? ReadNumber(MappingReader reader, string key, TypeReference type) =>
        type is ScalarReference { Kind: ScalarKind.Integer } ? reader.Integer(key) : reader.Number(key);

    private Limit? ReadLength(MappingReader reader, string key, LimitKind ofCharacters, LimitKind ofBytes)
    {
        if (reader.Text(key) is not { } text)
            return null;
        var match = Length.Match(text.Value);
        if (match.Success && !(key == "min-length" && match.Groups["under"].Success))
        {
            var bound = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            return new Limit(match.Groups["unit"].Value[0] == 'b' ? ofBytes : ofCharacters, match.Groups["under"].Success ? bound - 1 : bound);
        }

        var form = key == "min-length" ? "a length such as '1 character'" : "a length such as '20 characters', 'under 2000 characters' or '1000 bytes'";
        diagnostics.Add(SchemaDiagnosticDescriptors.InvalidValue, text.Range, text.Value, form, "");
        return null;
    }

    private Limit? ReadCount(MappingReader reader, string key, LimitKind kind)
    {
        if (reader.Integer(key) is not { } count)
            return null;
        if (count is >= 0 and <= int.MaxValue)
            return new Limit(kind, count);
        diagnostics.Add(SchemaDiagnosticDescriptors.ImpossibleLimit, reader.Text(key)!.Range, $"{key}: {count}", "a list cannot have that many elements");
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
                diagnostics.Add(SchemaDiagnosticDescriptors.LimitOnWrongType, found.Range, key, subject, Describe(type));
        }
    }

    private void ReportImpossible(MappingReader reader, EquatableArray<Limit> limits)
    {
        if (limits.Any(limit => limit is { Kind: LimitKind.MaxCharacters or LimitKind.MaxBytes, Bound: < 0 }) || (reader.Find("max-length") as YamlScalar)?.Value.StartsWith("under 1 ", StringComparison.Ordinal) == true)
            Report("max-length", "only an empty string would be short enough");
        Compare("min-length", LimitKind.MinCharacters, "max-length", LimitKind.MaxCharacters);
        Compare("min-length", LimitKind.MinBytes, "max-length", LimitKind.MaxBytes);
        Compare("min-count", LimitKind.MinCount, "max-count", LimitKind.MaxCount);
        Compare("min", LimitKind.Min, "max", LimitKind.Max);

        void Compare(string minKey, LimitKind minKind, string maxKey, LimitKind maxKind)
        {
            if (limits.FirstOrDefault(limit => limit.Kind == minKind) is { } min && limits.FirstOrDefault(limit => limit.Kind == maxKind) is { } max && min.Number > max.Number)
                Report(minKey, $"it is greater than {maxKey}, {reader.Text(maxKey)!.Value}");
        }

        void Report(string key, string reason)
        {
            var text = reader.Text(key)!;
            diagnostics.Add(SchemaDiagnosticDescriptors.ImpossibleLimit, text.Range, $"{key}: {text.Value}", reason);
        }
    }

    private static string Describe(TypeReference type) => type is ListReference list ? $"a list of {Words(list.Element).Many}" : Words(type).One;

    private static (string One, string Many) Words(TypeReference type) => type switch
    {
        ListReference => ("a list", "lists"),
        MapReference => ("a map", "maps"),
        ObjectReference or UnionReference => ("an object", "objects"),
        EnumReference => ("an enum", "values of an enum"),
        ScalarReference scalar => scalar.Kind switch
        {
            ScalarKind.Boolean => ("a boolean", "booleans"),
            ScalarKind.Integer or ScalarKind.Number or ScalarKind.IntegerOrString => ("a number", "numbers"),
            ScalarKind.Date => ("a date", "dates"),
            ScalarKind.DateTime or ScalarKind.Timestamp => ("a date and time", "dates and times"),
            ScalarKind.Json => ("any JSON", "any JSON"),
            ScalarKind.File => ("a file", "files"),
            _ => ("a string", "strings"),
        },
        _ => ("something else", "something else"),
    };
}
