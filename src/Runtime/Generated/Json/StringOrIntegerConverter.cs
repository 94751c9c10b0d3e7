using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Reads a string that can also be an integer, such as a sticker id. It is written as a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StringOrIntegerConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    internal static string? ReadText(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),

        // The digits are kept as a string, because an id can be longer than any number type.
        JsonTokenType.Number when Digits(reader) is var digits && digits.IndexOfAny(".eE"u8) < 0 => Encoding.ASCII.GetString(digits),
        _ => throw new JsonException("The JSON value is neither a string nor an integer."),
    };

    private static ReadOnlySpan<byte> Digits(in Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
}
