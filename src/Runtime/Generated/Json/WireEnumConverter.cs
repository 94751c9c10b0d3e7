using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Writes an enum as its wire value, and reads it case-insensitively. Generated converters derive from it.</summary>
/// <remarks>
/// A value that the schema does not have is read as a negative number, because servers introduce new values first. <see cref="WireValue(TEnum)"/>
/// returns what the server sent, and the converter writes it back. Each enum keeps 1,000 such values of at most 200 characters; all others
/// are <see cref="int.MinValue"/>.
/// </remarks>
/// <typeparam name="TEnum">A generated enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WireEnumConverter<TEnum> : JsonConverter<TEnum>, IWireEnumConverter
    where TEnum : struct, Enum
{
    // Shared, so that a value that one converter has read can be written by another.
    private static readonly UnknownEnumValues Unknown = new();

    private readonly Dictionary<string, TEnum> _values;
    private readonly Dictionary<int, string> _wireValues;
    private readonly IReadOnlyList<string> _inOrder;

    /// <param name="members">The numbers of the members of the enum, with their wire values.</param>
    protected WireEnumConverter(params (int Number, string WireValue)[] members)
    {
        _values = members.ToDictionary(member => member.WireValue, member => OfNumber(member.Number), StringComparer.OrdinalIgnoreCase);
        _wireValues = members.ToDictionary(member => member.Number, member => member.WireValue);
        _inOrder = [.. members.Select(member => member.WireValue)];
    }

    IReadOnlyList<string> IWireEnumConverter.WireValues => _inOrder;

    /// <summary>Reads a wire value. One that the schema does not have becomes a negative number.</summary>
    /// <exception cref="JsonException">The JSON is not a string.</exception>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? Parse(reader.GetString()!)
        : throw new JsonException($"The JSON value is not a valid {typeof(TEnum).Name}.");

    /// <summary>Writes the wire value.</summary>
    /// <exception cref="JsonException">The value is not a member of the enum, and was not read.</exception>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(JsonValue(value));
    }

    /// <inheritdoc/>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(JsonValue(value));
    }

    /// <summary>Finds the member for a wire value, ignoring case.</summary>
    public bool TryParse(string? wireValue, out TEnum value)
    {
        value = default;
        return wireValue is not null && _values.TryGetValue(wireValue, out value);
    }

    /// <summary>Gets the wire value of a member, or of an unknown value that was read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum, and was not read.</exception>
    public string WireValue(TEnum value) =>
        FindWireValue(value) ?? throw new ArgumentOutOfRangeException(nameof(value), $"'{Number(value)}' is not a valid {typeof(TEnum).Name}.");

    /// <summary>Gets the wire value of a member; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum, and was not read.</exception>
    public string? WireValue(TEnum? value) => value is { } member ? WireValue(member) : null;

    /// <summary>Gets the value for a wire value. One that the schema does not have becomes a negative number.</summary>
    public TEnum Parse(ReadOnlySpan<byte> wireValue) => Parse(Encoding.UTF8.GetString(wireValue));

    /// <summary>Gets the value for a wire value. One that the schema does not have becomes a negative number.</summary>
    public TEnum Parse(string wireValue) => TryParse(wireValue, out var value) ? value : OfNumber(Unknown.NumberOf(wireValue));

    private string JsonValue(TEnum value) => FindWireValue(value) ?? throw new JsonException($"'{Number(value)}' is not a valid {typeof(TEnum).Name}.");

    private string? FindWireValue(TEnum value) => _wireValues.TryGetValue(Number(value), out var wireValue) ? wireValue : Unknown.Find(Number(value));

    private static TEnum OfNumber(int number) => Unsafe.As<int, TEnum>(ref number);

    private static int Number(TEnum value) => Unsafe.As<TEnum, int>(ref value);
}
