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
        var ignoreCase = options.PropertyNameCaseInsensitive;

        // Of two members with one name, the first selects the shape and the last has the members, as in the client.
        if (discriminator is not null && FindMember(reader, discriminator, ignoreCase, isFirst: true, out var found) && found.TokenType == JsonTokenType.String
            && FindShape(found.GetString()!) is { } shape)
        {
            if (content is null)
                return (TUnion)JsonSerializer.Deserialize(ref reader, JsonMembers.DescribedShape(shape, options, Context))!;
            var isContentSet = FindMember(reader, content, ignoreCase, isFirst: false, out var members) && members.TokenType != JsonTokenType.Null;
            if (HasOthers(reader, ignoreCase))
                return ReadRaw(ref reader, options); // the shapes have no place for what is beside their members
            if (isContentSet && members.TokenType == JsonTokenType.StartObject)
            {
                _ = reader.TrySkip();
                return (TUnion)JsonSerializer.Deserialize(ref members, JsonMembers.DescribedShape(shape, options, Context))!;
            }

            if (!isContentSet && CreateWithoutContent(shape) is { } empty)
            {
                _ = reader.TrySkip();
                return empty;
            }
        }

        return ReadRaw(ref reader, options);
    }

    /// <summary>Determines whether the discriminator has a value, ignoring case.</summary>
    protected static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the record for a value of the discriminator; null if the schema leaves the shape open.</summary>
    protected virtual Type? FindShape(string value) => null;

    /// <summary>Creates a shape that has no members; null if the shape has some.</summary>
    protected virtual TUnion? CreateWithoutContent(Type shape) => null;

    /// <summary>Reads a shape that the schema leaves open.</summary>
    protected abstract TUnion ReadRaw(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Gets the generated context, for options that do not support the shapes; null if there is no context.</summary>
    protected virtual JsonSerializerContext? Context => null;

    /// <summary>Reads a shape.</summary>
    protected TShape ReadShape<TShape>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        where TShape : TUnion
    {
        ArgumentNullException.ThrowIfNull(options);
        return (TShape)JsonSerializer.Deserialize(ref reader, JsonMembers.DescribedShape(typeof(TShape), options, Context))!;
    }

    /// <summary>Writes a shape.</summary>
    protected void WriteShape<TShape>(Utf8JsonWriter writer, TShape shape, JsonSerializerOptions options)
        where TShape : TUnion
    {
        ArgumentNullException.ThrowIfNull(options);
        JsonSerializer.Serialize(writer, shape, JsonMembers.DescribedShape(typeof(TShape), options, Context));
    }

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
        WriteShape(writer, shape, options);
        writer.WriteEndObject();
    }

    /// <summary>Writes a shape that has no members, of which only the discriminator is sent.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value of the discriminator.</param>
    protected void WriteWithoutContent(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString(discriminator!, value);
        writer.WriteEndObject();
    }

    private bool HasOthers(Utf8JsonReader reader, bool ignoreCase)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!IsMember(reader, discriminator!, ignoreCase) && !IsMember(reader, content!, ignoreCase))
                return true;
            if (!reader.Read() || !reader.TrySkip())
                return false;
        }

        return false;
    }

    // The reader is a copy, so that the union is read from its beginning afterwards.
    private static bool FindMember(Utf8JsonReader reader, string name, bool ignoreCase, bool isFirst, out Utf8JsonReader value)
    {
        value = default;
        var isFound = false;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isThis = IsMember(reader, name, ignoreCase);
            if (!reader.Read())
                return false;
            if (isThis)
            {
                value = reader;
                isFound = true;
                if (isFirst)
                    break;
            }

            _ = reader.TrySkip();
        }

        return isFound;
    }

    private static bool IsMember(in Utf8JsonReader reader, string name, bool ignoreCase) =>
        reader.ValueTextEquals(name) || (ignoreCase && string.Equals(reader.GetString(), name, StringComparison.OrdinalIgnoreCase));
}
