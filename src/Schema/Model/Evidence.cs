using System.Globalization;

namespace PageMessagesGen.Schema.Model;

/// <summary>Where a fact is known from.</summary>
/// <param name="Sources">Names of sources that the schema lists.</param>
/// <param name="IsUnverified">Whether it is an inference that no source states. Such a fact never makes an error.</param>
internal sealed record Evidence(EquatableArray<string> Sources, bool IsUnverified)
{
    /// <summary>Nothing is said.</summary>
    public static Evidence None { get; } = new(default, false);
}

/// <summary>Where facts are known from: a document that the schema names.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Description">What it is, with its date.</param>
internal sealed record Source(string Name, string Description);

/// <summary>The days of something. They are compared with a given day, by default the schema's own, and never with the clock.</summary>
/// <param name="Since">The day on which it appeared.</param>
/// <param name="DeprecatedSince">The day since which it should not be used any more.</param>
/// <param name="RefusedSince">The day since which the server refuses it.</param>
/// <param name="Reason">What happened then.</param>
internal sealed record Lifecycle(SchemaDate? Since, SchemaDate? DeprecatedSince, SchemaDate? RefusedSince, string? Reason)
{
    /// <summary>Gets the lifecycle of what has no days.</summary>
    public static Lifecycle Always { get; } = new(null, null, null, null);

    /// <summary>
    /// Gets the retirement as of a day; null if there is none. A refusal is reported from the beginning, and what is or will be
    /// refused is not reported as deprecated as well.
    /// </summary>
    public Retirement? RetirementOn(SchemaDate day)
    {
        if (RefusedSince is { } refused)
            return new Retirement(IsRefusal: true, refused.ToString(), refused <= day ? RuleSeverity.Error : RuleSeverity.Warning, Reason ?? "");
        return DeprecatedSince is { } deprecated && deprecated <= day
            ? new Retirement(IsRefusal: false, deprecated.ToString(), RuleSeverity.Warning, Reason ?? "")
            : null;
    }
}

/// <summary>A day.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Day">The day, from 1.</param>
internal readonly record struct SchemaDate(int Year, int Month, int Day) : IComparable<SchemaDate>
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
