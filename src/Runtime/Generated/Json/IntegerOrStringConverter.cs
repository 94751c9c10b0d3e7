using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Reads an integer that is a number or a string, and writes it as it was read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IntegerOrStringConverter : JsonConverter<IntegerOrString>
{
    // A 64-bit integer.
    private const int Longest = 20;

    /// <inheritdoc/>
    public override IntegerOrString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadNumber(ref reader) ?? throw new JsonException("The JSON value is not an integer, nor a string with one.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IntegerOrString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.IsString)
            writer.WriteStringValue(value.ToString());
        else
            writer.WriteNumberValue(value.Value);
    }

    internal static IntegerOrString? ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetInt64(out var number) ? new IntegerOrString(number) : null;
        if (reader.TokenType != JsonTokenType.String || (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > Longest)
            return null;
        Span<byte> digits = stackalloc byte[Longest];
        return IntegerOrString.Parse(digits[..reader.CopyString(digits)]) is { } value ? new IntegerOrString(value, isString: true) : null;
    }
}
