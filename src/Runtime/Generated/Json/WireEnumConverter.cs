using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Writes an enum as its wire value, and reads it case-insensitively. Generated converters derive from it.</summary>
/// <typeparam name="TEnum">A generated enum, whose members are numbered from 1 without gaps.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WireEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private readonly string[] _wireValues;

    /// <param name="wireValues">The wire values, in the order of the members.</param>
    protected WireEnumConverter(params string[] wireValues) => _wireValues = wireValues;

    /// <summary>Reads a wire value.</summary>
    /// <exception cref="JsonException">The JSON is not a string, or not a value of the enum.</exception>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"The JSON value is not a valid {typeof(TEnum).Name}.");

    /// <summary>Writes the wire value.</summary>
    /// <exception cref="JsonException">The value is not a member of the enum.</exception>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(JsonValue(value));
    }

    /// <inheritdoc/>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString(), out var value) ? value : throw new JsonException($"The JSON value is not a valid {typeof(TEnum).Name}.");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(JsonValue(value));
    }

    /// <summary>Finds the member for a wire value, ignoring case.</summary>
    public bool TryParse(string? wireValue, out TEnum value)
    {
        var index = Array.FindIndex(_wireValues, w => string.Equals(w, wireValue, StringComparison.OrdinalIgnoreCase));
        var number = index + 1;
        value = Unsafe.As<int, TEnum>(ref number);
        return index >= 0;
    }

    /// <summary>Gets the wire value of a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public string WireValue(TEnum value) =>
        FindWireValue(value) ?? throw new ArgumentOutOfRangeException(nameof(value), $"'{Number(value)}' is not a valid {typeof(TEnum).Name}.");

    /// <summary>Gets the wire value of a member; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public string? WireValue(TEnum? value) => value is { } member ? WireValue(member) : null;

    private string JsonValue(TEnum value) => FindWireValue(value) ?? throw new JsonException($"'{Number(value)}' is not a valid {typeof(TEnum).Name}.");

    private string? FindWireValue(TEnum value) => Number(value) is var number && number > 0 && number <= _wireValues.Length ? _wireValues[number - 1] : null;

    private static int Number(TEnum value) => Unsafe.As<TEnum, int>(ref value);
}
