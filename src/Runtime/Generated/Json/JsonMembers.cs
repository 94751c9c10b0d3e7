using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PageMessagesGen.Generated;

/// <summary>Gets the field of a property, to read and to set it.</summary>
/// <param name="owner">The object with the property.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ref T JsonField<in TOwner, T>(TOwner owner);

/// <summary>Creates the metadata for a generated <see cref="JsonSerializerContext"/>.</summary>
/// <remarks>
/// Names, the omission of nulls, the format of numbers and the tolerance for unknown members are set on each member and type, so
/// that they apply regardless of the <see cref="JsonSerializerOptions"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonMembers
{
    /// <summary>Creates the metadata of an object of the schema.</summary>
    /// <param name="options">The options for the metadata.</param>
    /// <param name="create">The function that creates an object without members.</param>
    /// <param name="members">The function that creates the metadata of the members.</param>
    public static JsonTypeInfo<T> Object<T>(JsonSerializerOptions options, Func<T> create, Func<JsonSerializerOptions, JsonPropertyInfo[]> members)
        where T : class
    {
        var info = JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = create,
            PropertyMetadataInitializer = _ => Allowed(members(options), options),
        });
        info.UnmappedMemberHandling = options.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow ? JsonUnmappedMemberHandling.Disallow : null;
        info.PreferredPropertyObjectCreationHandling = JsonObjectCreationHandling.Replace;
        return info;
    }

    /// <summary>Creates the metadata of a discriminator, which is written and never read.</summary>
    public static JsonPropertyInfo Constant<TOwner, T>(JsonSerializerOptions options, string name, string wireName, Func<TOwner, T?> get, JsonConverter<T>? converter = null) =>
        Member(options, name, wireName, owner => get((TOwner)owner), set: null, converter, JsonIgnoreCondition.Never, typeof(TOwner));

    /// <summary>Gets a string from JSON; an empty one if no string has the name.</summary>
    public static string Text(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            return ""; // it contains half of a surrogate pair
        }
    }

    /// <summary>Gets the metadata of a type from options.</summary>
    /// <exception cref="NotSupportedException">The options do not support the type.</exception>
    public static JsonTypeInfo<T> Described<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>Gets the metadata of a shape of a union from options, or from the generated context if the options do not support it.</summary>
    /// <remarks>A context of the user can name the type that holds the union, and no generator sees the shapes in its converter.</remarks>
    /// <exception cref="NotSupportedException">Neither supports the type.</exception>
    internal static JsonTypeInfo DescribedShape(Type shape, JsonSerializerOptions options, JsonSerializerContext? context) =>
        options.TryGetTypeInfo(shape, out var info) ? info : context?.GetTypeInfo(shape) ?? options.GetTypeInfo(shape);

    /// <summary>Reads a change of a webhook whose field and content are apart.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The content.</param>
    /// <param name="read">The method that reads a change.</param>
    public static TEvent? Change<TEvent>(string field, JsonElement value, JsonRead<TEvent?> read)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("field", field);
            writer.WritePropertyName("value");

            // As it is: half of a surrogate pair, which the reader keeps, could not be written again.
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
            writer.WriteEndObject();
        }

        var json = Utf8ResponseReader.OfWebhook(buffer.WrittenSpan);
        return read(ref json);
    }

    /// <summary>Creates the metadata of the property for members that the schema does not have.</summary>
    public static JsonPropertyInfo Unknown<TOwner>(JsonSerializerOptions options, string name, JsonField<TOwner, IDictionary<string, JsonElement>?> field) =>
        JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<IDictionary<string, JsonElement>>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TOwner),
            PropertyName = name,
            IsExtensionData = true,
            Getter = owner => field((TOwner)owner),
            Setter = (owner, value) => field((TOwner)owner) = value,
        });

    /// <summary>Creates the metadata of the dictionary of members that the schema does not have.</summary>
    public static JsonTypeInfo<IDictionary<string, JsonElement>> UnknownMembers(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIDictionaryInfo<IDictionary<string, JsonElement>, string, JsonElement>(
            options, new JsonCollectionInfoValues<IDictionary<string, JsonElement>> { ObjectCreator = static () => new Dictionary<string, JsonElement>(StringComparer.Ordinal) });

    /// <summary>Creates the metadata of a list.</summary>
    public static JsonTypeInfo<IReadOnlyList<T>> List<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());

    /// <summary>Creates the metadata of an object whose member names are not in the schema.</summary>
    public static JsonTypeInfo<IReadOnlyDictionary<string, T>> Map<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(
            options, new JsonCollectionInfoValues<IReadOnlyDictionary<string, T>>());

    /// <summary>Creates the metadata of a value with a converter.</summary>
    public static JsonTypeInfo<T> Value<T>(JsonSerializerOptions options, JsonConverter<T?> converter) =>
        JsonMetadataServices.CreateValueInfo<T>(options, converter);

    /// <summary>Creates the metadata of a nullable value.</summary>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options)
        where T : struct =>
        JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>Creates the metadata of a required member, which must not be null when reading and writing.</summary>
    public static JsonPropertyInfo Required<TOwner, T>(JsonSerializerOptions options, string name, string wireName, JsonField<TOwner, T> field, JsonConverter<T>? converter = null)
    {
        var property = Member(
            options, name, wireName,
            owner => field((TOwner)owner) ?? throw Missing(wireName),
            (owner, value) => field((TOwner)owner) = value ?? throw Missing(wireName),
            converter, JsonIgnoreCondition.Never, typeof(TOwner));
        property.IsRequired = true;
#if NET9_0_OR_GREATER
        property.IsGetNullable = false;
        property.IsSetNullable = false;
#endif
        return property;
    }

    /// <summary>
    /// Creates the metadata of a member that is left out if it is null. A <see cref="JsonElement"/> is also left out if it is JSON null
    /// or undefined.
    /// </summary>
    public static JsonPropertyInfo Optional<TOwner, T>(JsonSerializerOptions options, string name, string wireName, JsonField<TOwner, T?> field, JsonConverter<T>? converter = null)
    {
        var property = Member(
            options, name, wireName,
            owner => field((TOwner)owner),
            (owner, value) => field((TOwner)owner) = value,
            converter, JsonIgnoreCondition.WhenWritingNull, typeof(TOwner));
        if (typeof(T) == typeof(JsonElement?))
            property.ShouldSerialize = static (_, value) => value is JsonElement { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) };
        return property;
    }

    // If unknown members are an error, there is no property that takes them.
    private static JsonPropertyInfo[] Allowed(JsonPropertyInfo[] members, JsonSerializerOptions options) =>
        options.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow ? Array.FindAll(members, member => !member.IsExtensionData) : members;

    private static JsonPropertyInfo Member<T>(
        JsonSerializerOptions options, string name, string wireName, Func<object, T?> get, Action<object, T?>? set, JsonConverter<T>? converter, JsonIgnoreCondition ignore, Type owner) =>
        JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = owner,
            PropertyName = name,
            JsonPropertyName = wireName,
            Converter = converter,
            Getter = get,
            Setter = set,
            IgnoreCondition = ignore,
        });

    private static JsonException Missing(string wireName) => new($"The required member '{wireName}' is null.");
}
