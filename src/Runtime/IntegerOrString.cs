using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Serialization;
using PageMessagesGen.Generated;

namespace PageMessagesGen;

/// <summary>An integer that a server writes as a number or as a string. It is written back as it was read.</summary>
/// <remarks>It converts to <see cref="long"/>. Two are equal if their values are, however they are written.</remarks>
/// <param name="value">The value.</param>
/// <param name="isString">Whether it is written as a string.</param>
[JsonConverter(typeof(IntegerOrStringConverter))]
public readonly struct IntegerOrString(long value, bool isString = false) : IEquatable<IntegerOrString>, IComparable<IntegerOrString>
{
    /// <summary>Gets the value.</summary>
    public long Value { get; } = value;

    /// <summary>Gets a value that indicates whether it is written as a string.</summary>
    public bool IsString { get; } = isString;

    /// <summary>Gets the value.</summary>
    public static implicit operator long(IntegerOrString number) => number.Value;

    /// <summary>Determines whether the values are equal.</summary>
    public static bool operator ==(IntegerOrString left, IntegerOrString right) => left.Equals(right);

    /// <summary>Determines whether the values differ.</summary>
    public static bool operator !=(IntegerOrString left, IntegerOrString right) => !left.Equals(right);

    /// <summary>Determines whether a value is less than another one.</summary>
    public static bool operator <(IntegerOrString left, IntegerOrString right) => left.Value < right.Value;

    /// <summary>Determines whether a value is greater than another one.</summary>
    public static bool operator >(IntegerOrString left, IntegerOrString right) => left.Value > right.Value;

    /// <summary>Determines whether a value is less than another one, or equal.</summary>
    public static bool operator <=(IntegerOrString left, IntegerOrString right) => left.Value <= right.Value;

    /// <summary>Determines whether a value is greater than another one, or equal.</summary>
    public static bool operator >=(IntegerOrString left, IntegerOrString right) => left.Value >= right.Value;

    /// <summary>Gets the value.</summary>
    public long ToInt64() => Value;

    /// <inheritdoc/>
    public bool Equals(IntegerOrString other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntegerOrString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(IntegerOrString other) => Value.CompareTo(other.Value);

    /// <summary>Gets the digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    // Other digits, such as 007, would not be written back as they were.
    internal static long? Parse(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits, out long value, out var consumed) && consumed == digits.Length && (digits is [>= (byte)'1' and <= (byte)'9', ..] or [(byte)'0'] or [(byte)'-', >= (byte)'1', ..])
            ? value
            : null;
}
