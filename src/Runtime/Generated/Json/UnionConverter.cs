using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Generated;

/// <summary>Reads a union. Generated converters derive from it and write it by its shape.</summary>
/// <typeparam name="TUnion">The abstract record of the union.</typeparam>
/// <param name="discriminator">The member that selects the shape; null if it is not in the union, so that each shape is read as JSON.</param>
/// <param name="content">The member that has the members of the shape; null if they are beside the discriminator.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionConverter<TUnion>(string? discriminator = null, string? content = null) : JsonConverter<TUnion>
    where TUnion : class
{
    /// <inheritdoc/>
    public override TUnion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (discriminator is not null && FindMember(reader, discriminator, out var found) && found.TokenType == JsonTokenType.String
            && FindShape(found.GetString()!) is { } shape)
        {
            if (content is null)
                return (TUnion)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(shape))!;
            if (FindMember(reader, content, out var members) && members.TokenType == JsonTokenType.StartObject)
            {
                _ = reader.TrySkip();
                return (TUnion)JsonSerializer.Deserialize(ref members, options.GetTypeInfo(shape))!;
            }
        }

        return ReadRaw(ref reader, options);
    }

    /// <summary>Determines whether the discriminator has a value, ignoring case.</summary>
    protected static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the record for a value of the discriminator; null if the schema leaves the shape open.</summary>
    protected virtual Type? FindShape(string value) => null;

    /// <summary>Reads a shape that the schema leaves open.</summary>
    protected abstract TUnion ReadRaw(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Writes a shape in the sibling of its discriminator.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value of the discriminator.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="options">The options that describe the shape.</param>
    protected void WriteContent<TShape>(Utf8JsonWriter writer, string value, TShape shape, JsonSerializerOptions options)
        where TShape : TUnion
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString(discriminator!, value);
        writer.WritePropertyName(content!);
        JsonSerializer.Serialize(writer, shape, JsonMembers.Described<TShape>(options));
        writer.WriteEndObject();
    }

    // The reader is a copy, so that the union is read from its beginning afterwards.
    private static bool FindMember(Utf8JsonReader reader, string name, out Utf8JsonReader value)
    {
        value = default;
        var isFound = false;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isThis = reader.ValueTextEquals(name);
            if (!reader.Read())
                return false;
            if (isThis)
            {
                // Of two members with one name the last counts.
                value = reader;
                isFound = true;
            }

            _ = reader.TrySkip();
        }

        return isFound;
    }
}
