using System.Buffers.Text;
using System.Globalization;

namespace PageMessagesGen.Json;

/// <summary>Reads and writes dates as the Graph API does: <c>2026-11-22</c>, and <c>2026-11-22T10:00:00+0000</c>.</summary>
internal static class GraphDates
{
    /// <summary>The length of a date with its quotes.</summary>
    public const int LongestDate = 12;

    /// <summary>The maximum length of a date and time with its quotes.</summary>
    public const int LongestDateTime = 26;

    private const string DateFormat = "yyyy-MM-dd";
    private const string SecondsFormat = "yyyy-MM-ddTHH:mm:ss";

    // Graph writes offsets without a colon. Other servers write a colon, a Z or fractions of a second.
    private static readonly string[] DateTimeFormats = ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Formats a date.</summary>
    public static string Format(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Formats a date and time, to the second.</summary>
    public static string Format(DateTimeOffset moment)
    {
        Span<byte> utf8 = stackalloc byte[LongestDateTime];
        return System.Text.Encoding.ASCII.GetString(utf8[1..(Write(moment, utf8) - 1)]);
    }

    /// <summary>Writes a date with its quotes.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Write(DateOnly date, Span<byte> utf8)
    {
        utf8[0] = (byte)'"';
        date.TryFormat(utf8[1..], out var written, DateFormat, CultureInfo.InvariantCulture);
        utf8[written + 1] = (byte)'"';
        return written + 2;
    }

    /// <summary>Writes a date and time with its quotes, to the second.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Write(DateTimeOffset moment, Span<byte> utf8)
    {
        utf8[0] = (byte)'"';
        moment.TryFormat(utf8[1..], out var at, SecondsFormat, CultureInfo.InvariantCulture);
        at++;
        var minutes = (int)moment.Offset.TotalMinutes;
        utf8[at++] = minutes < 0 ? (byte)'-' : (byte)'+';
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), 60);
        Utf8Formatter.TryFormat((hours * 100) + rest, utf8[at..], out var written, new('D', 4));
        utf8[at + written] = (byte)'"';
        return at + written + 1;
    }

    /// <summary>Reads a date; null if the string is not one.</summary>
    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Reads a date and time; null if the string is not one.</summary>
    public static DateTimeOffset? ParseDateTime(string? text) =>
        DateTimeOffset.TryParseExact(WithColon(text), DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>Reads seconds since 1970; null if they are out of range.</summary>
    public static DateTimeOffset? FromSeconds(long? seconds) =>
        seconds is { } number && number >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && number <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(number)
            : null;

    // .NET has no format for an offset without a colon.
    private static string? WithColon(string? text) =>
        text is { Length: > 5 } && text[^5] is '+' or '-' && text[^3] != ':' ? text.Insert(text.Length - 2, ":") : text;
}
