using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PageMessagesGen.Json;

/// <summary>Makes the metadata that a generated <see cref="JsonSerializerContext"/> consists of.</summary>
/// <remarks>
/// Names, the leaving out of nulls, the form of numbers and the tolerance for unknown members are set on each member and
/// type, so that they hold whatever the <see cref="JsonSerializerOptions"/> say.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class JsonMembers
{
    /// <summary>Describes an object of the schema.</summary>
    /// <param name="options">The options that the metadata will belong to.</param>
    /// <param name="create">Makes an object without members.</param>
    /// <param name="members">Describes the members.</param>
    public static JsonTypeInfo<T> Object<T>(JsonSerializerOptions options, Func<T> create, Func<JsonSerializerOptions, JsonPropertyInfo[]> members)
        where T : class
    {
        var info = JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
        {
            ObjectCreator = create,
            PropertyMetadataInitializer = _ => members(options),
        });
        info.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        info.PreferredPropertyObjectCreationHandling = JsonObjectCreationHandling.Replace;
        return info;
    }

    /// <summary>Describes a union that has its own discriminator.</summary>
    /// <param name="options">The options that the metadata will belong to.</param>
    /// <param name="discriminator">The member that tells the shapes apart.</param>
    /// <param name="shapes">The shapes, each with its value of that member.</param>
    public static JsonTypeInfo<T> Union<T>(JsonSerializerOptions options, string discriminator, params JsonDerivedType[] shapes)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var info = JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T> { PropertyMetadataInitializer = _ => [] });
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = discriminator };
        foreach (var shape in shapes)
            info.PolymorphismOptions.DerivedTypes.Add(shape);
        return info;
    }

    /// <summary>Gives the metadata that options hold for a type.</summary>
    /// <exception cref="NotSupportedException">The options do not know the type.</exception>
    public static JsonTypeInfo<T> Described<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>Describes a list.</summary>
    public static JsonTypeInfo<IReadOnlyList<T>> List<T>(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());

    /// <summary>Describes a value by its converter.</summary>
    public static JsonTypeInfo<T> Value<T>(JsonSerializerOptions options, JsonConverter<T?> converter) =>
        JsonMetadataServices.CreateValueInfo<T>(options, converter);

    /// <summary>Describes a value that may be null.</summary>
    public static JsonTypeInfo<T?> Nullable<T>(JsonSerializerOptions options)
        where T : struct =>
        JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));

    /// <summary>Describes a member that must be there and must not be null, in writing and in reading.</summary>
    public static JsonPropertyInfo Required<TOwner, T>(
        JsonSerializerOptions options, string name, string wireName, Func<TOwner, T> get, Action<TOwner, T> set, JsonConverter<T>? converter = null)
    {
        var property = Member(
            options, name, wireName,
            owner => get(owner) ?? throw Missing(wireName),
            (TOwner owner, T? value) => set(owner, value ?? throw Missing(wireName)),
            converter, JsonIgnoreCondition.Never);
        property.IsRequired = true;
#if NET9_0_OR_GREATER
        property.IsGetNullable = false;
        property.IsSetNullable = false;
#endif
        return property;
    }

    /// <summary>Describes a member that is left out while it is null. A <see cref="JsonElement"/> is also left out if it is JSON's null, or was never given a value.</summary>
    public static JsonPropertyInfo Optional<TOwner, T>(
        JsonSerializerOptions options, string name, string wireName, Func<TOwner, T?> get, Action<TOwner, T?> set, JsonConverter<T>? converter = null)
    {
        var property = Member(options, name, wireName, get, set, converter, JsonIgnoreCondition.WhenWritingNull);
        if (typeof(T) == typeof(JsonElement?))
            property.ShouldSerialize = static (_, value) => value is JsonElement { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) };
        return property;
    }

    private static JsonPropertyInfo Member<TOwner, T>(
        JsonSerializerOptions options, string name, string wireName, Func<TOwner, T?> get, Action<TOwner, T?> set, JsonConverter<T>? converter, JsonIgnoreCondition ignore) =>
        JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TOwner),
            PropertyName = name,
            JsonPropertyName = wireName,
            Converter = converter,
            Getter = owner => get((TOwner)owner),
            Setter = (owner, value) => set((TOwner)owner, value),
            IgnoreCondition = ignore,
        });

    private static JsonException Missing(string wireName) => new($"The required member '{wireName}' is null.");
}
