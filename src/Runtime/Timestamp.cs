using System.Globalization;
using System.Text.Json.Serialization;
using PageMessagesGen.Generated;

namespace PageMessagesGen;

/// <summary>A point in time that a server writes in milliseconds since 1970, as a number or as a string. It is written back as it was read.</summary>
/// <remarks>
/// It converts to <see cref="DateTimeOffset"/>. A number that would be before 1973 is in seconds: samples of the server have such ones.
/// </remarks>
[JsonConverter(typeof(TimestampConverter))]
public readonly struct Timestamp : IEquatable<Timestamp>, IComparable<Timestamp>
{
    // In milliseconds, the 3rd of March 1973. In seconds, the year 5138.
    private const long LeastMilliseconds = 100_000_000_000;

    private const int MillisecondsInSecond = 1_000;

    private Timestamp(IntegerOrString number) => Number = number;

    /// <summary>Creates a timestamp, which is written as a number.</summary>
    public Timestamp(DateTimeOffset time)
        : this(new IntegerOrString(time.ToUnixTimeMilliseconds()))
    {
    }

    /// <summary>Gets the number as it is written: milliseconds, or seconds, since 1970.</summary>
    public IntegerOrString Number { get; }

    /// <summary>Gets the point in time.</summary>
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds(MillisecondsOf(Number));

    /// <summary>Gets the point in time.</summary>
    public static implicit operator DateTimeOffset(Timestamp timestamp) => timestamp.Time;

    /// <summary>Determines whether two are the same point in time.</summary>
    public static bool operator ==(Timestamp left, Timestamp right) => left.Equals(right);

    /// <summary>Determines whether two are different points in time.</summary>
    public static bool operator !=(Timestamp left, Timestamp right) => !left.Equals(right);

    /// <summary>Determines whether one is before another.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.CompareTo(right) < 0;

    /// <summary>Determines whether one is after another.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.CompareTo(right) > 0;

    /// <summary>Determines whether one is before another, or the same.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Determines whether one is after another, or the same.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.CompareTo(right) >= 0;

    /// <summary>Gets the point in time.</summary>
    public DateTimeOffset ToDateTimeOffset() => Time;

    /// <inheritdoc/>
    public bool Equals(Timestamp other) => MillisecondsOf(Number) == MillisecondsOf(other.Number);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Timestamp other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => MillisecondsOf(Number).GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => MillisecondsOf(Number).CompareTo(MillisecondsOf(other.Number));

    /// <summary>Gets the point in time in the format of ISO 8601.</summary>
    public override string ToString() => Time.ToString("O", CultureInfo.InvariantCulture);

    // Null if .NET has no such date.
    internal static Timestamp? From(IntegerOrString? number)
    {
        if (number is not { } some)
            return null;
        var seconds = some.Value / (IsInSeconds(some) ? 1 : MillisecondsInSecond);
        return seconds > DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? new Timestamp(some) : null;
    }

    private static bool IsInSeconds(long number) => number is > -LeastMilliseconds and < LeastMilliseconds;

    private static long MillisecondsOf(long number) => IsInSeconds(number) ? number * MillisecondsInSecond : number;
}
