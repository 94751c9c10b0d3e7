using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessagesGen.Json;

namespace PageMessagesGen.Generated;

/// <summary>Reads a date and time as the Graph API writes it, <c>2026-11-22T10:00:00+0000</c> or seconds since 1970, and writes the former.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GraphDateTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => GraphDates.ParseDateTime(reader.GetString()),
        JsonTokenType.Number when reader.TryGetInt64(out var seconds) => GraphDates.FromSeconds(seconds),
        _ => null,
    } ?? throw new JsonException("The JSON value is not a date and time.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(GraphDates.Format(value));
    }
}
