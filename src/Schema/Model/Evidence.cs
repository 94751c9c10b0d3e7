using System.Globalization;

namespace PageMessagesGen.Schema.Model;

/// <summary>Where a fact is known from.</summary>
/// <param name="Sources">Names of sources that the schema lists.</param>
/// <param name="IsUnverified">Whether it is an inference that no source states. Such a fact never makes an error.</param>
public sealed record Evidence(EquatableArray<string> Sources, bool IsUnverified)
{
    /// <summary>Nothing is said.</summary>
    public static Evidence None { get; } = new(default, false);
}

/// <summary>Where facts are known from: a document that the schema names.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it is, with its date.</param>
public sealed record Source(string Name, string Description);

/// <summary>From when to when something can be used. Dates are judged against a given day, by default the schema's own, and never against the clock.</summary>
/// <param name="Since">When it appeared.</param>
/// <param name="DeprecatedSince">Since when it should not be used any more.</param>
/// <param name="RefusedSince">Since when the server refuses it.</param>
/// <param name="Because">What happened then.</param>
public sealed record Validity(SchemaDate? Since, SchemaDate? DeprecatedSince, SchemaDate? RefusedSince, string? Because)
{
    /// <summary>It can be used at all times.</summary>
    public static Validity Always { get; } = new(null, null, null, null);

    /// <summary>
    /// Tells what to say of a use on a day; null if there is nothing to say. This is the one place that knows what the dates mean:
    /// what will be refused is said from the beginning, and what is or will be refused is not called deprecated as well.
    /// </summary>
    /// <param name="day">The day.</param>
    public Standing? Judge(SchemaDate day)
    {
        if (RefusedSince is { } refused)
            return new Standing(StandingKind.Refused, refused <= day ? RuleSeverity.Error : RuleSeverity.Warning, refused);
        return DeprecatedSince is { } deprecated && deprecated <= day
            ? new Standing(StandingKind.Deprecated, RuleSeverity.Warning, deprecated)
            : null;
    }
}

/// <summary>A day.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Day">The day, from 1.</param>
public readonly record struct SchemaDate(int Year, int Month, int Day) : IComparable<SchemaDate>
{
    /// <summary>Tells whether a day comes before another.</summary>
    public static bool operator <(SchemaDate left, SchemaDate right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether a day comes after another.</summary>
    public static bool operator >(SchemaDate left, SchemaDate right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether a day is another, or comes before it.</summary>
    public static bool operator <=(SchemaDate left, SchemaDate right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether a day is another, or comes after it.</summary>
    public static bool operator >=(SchemaDate left, SchemaDate right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a day of the form <c>2026-11-22</c>.</summary>
    public static SchemaDate? Parse(string text) =>
        text.Length == 10 && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new SchemaDate(date.Year, date.Month, date.Day)
            : null;

    /// <inheritdoc/>
    public int CompareTo(SchemaDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", Year, Month, Day);
}
