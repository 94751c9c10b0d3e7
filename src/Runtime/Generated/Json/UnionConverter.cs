using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Reads a union whose shape is selected elsewhere. Generated converters derive from it and write it by its shape.</summary>
/// <typeparam name="TUnion">The abstract record of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionConverter<TUnion> : JsonConverter<TUnion>
    where TUnion : class
{
    /// <inheritdoc/>
    public override TUnion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromJson(JsonElement.ParseValue(ref reader));

    /// <summary>Creates the union from JSON.</summary>
    protected abstract TUnion FromJson(JsonElement json);
}
