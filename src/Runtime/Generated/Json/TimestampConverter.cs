using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Reads a point in time that is a number or a string, and writes it as it was read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimestampConverter : JsonConverter<Timestamp>
{
    private static readonly IntegerOrStringConverter Numbers = new();

    /// <inheritdoc/>
    public override Timestamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Timestamp.From(IntegerOrStringConverter.ReadNumber(ref reader)) ?? throw new JsonException("The JSON value is not a time in milliseconds since 1970.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Timestamp value, JsonSerializerOptions options) => Numbers.Write(writer, value.Number, options);
}
