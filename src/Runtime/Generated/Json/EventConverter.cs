using System.ComponentModel;
using System.Text.Json;

namespace PageMessagesGen.Generated;

/// <summary>Reads the events of a webhook. Generated converters derive from it and write them by their type.</summary>
/// <typeparam name="TEvent">The abstract record of the events.</typeparam>
/// <param name="read">The method that reads an event, whatever its form, so that both ways of reading find the same.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventConverter<TEvent>(JsonRead<TEvent?> read) : UnionConverter<TEvent>
    where TEvent : class
{
    /// <inheritdoc/>
    public override TEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = JsonElement.ParseValue(ref reader);
#if NET9_0_OR_GREATER
        var json = Utf8ResponseReader.OfWebhook(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
#else
        var json = Utf8ResponseReader.OfWebhook(System.Text.Encoding.UTF8.GetBytes(value.GetRawText()));
#endif
        return read(ref json) ?? throw new JsonException("The JSON value is not an event.");
    }
}
