using System.Globalization;
using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Validation;

/// <summary>The forms of dates in JSON.</summary>
internal static class WireDates
{
    private static readonly Regex DateTimeForm = new(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,7})?(Z|[+-](0[0-9]|1[0-4]):?[0-5][0-9])?\z", RegexOptions.CultureInvariant);

    /// <summary>Determines whether a string is a date, such as <c>2026-11-22</c>.</summary>
    public static bool IsDate(string text) => SchemaDate.Parse(text) is not null;

    /// <summary>Determines whether a string is a date and time, such as <c>2026-11-22T10:00:00+0000</c>.</summary>
    public static bool IsDateTime(string text) =>
        DateTimeForm.Match(text) is { Success: true } match
        && IsDate(match.Groups["date"].Value)
        && TimeSpan.TryParseExact(match.Groups["time"].Value, @"hh\:mm\:ss", CultureInfo.InvariantCulture, out _);
}
