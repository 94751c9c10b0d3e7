using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
#if NET9_0_OR_GREATER
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
#endif
using System.Text.Json.Serialization;
#if NET9_0_OR_GREATER
using System.Text.Json.Serialization.Metadata;
#endif
using PageMessagesGen.Generated;

namespace PageMessagesGen;

/// <summary>Describes generated enums in JSON schemas and in OpenAPI, which do not see the values that a converter writes.</summary>
public static class WireEnums
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>?> Known = new();

    /// <summary>Gets the wire values of a generated enum, such as <c>MESSAGE_TAG</c>; null for another type.</summary>
    /// <param name="type">The enum, or the nullable type of it.</param>
    public static IReadOnlyList<string>? ValuesOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, static type => ConverterOf(type)?.WireValues);
    }

    /// <summary>Gets the wire values of the elements of a list, or of the values of a map, of a generated enum; null for another type.</summary>
    /// <param name="type">The type of the list or the map.</param>
    public static IReadOnlyList<string>? ElementValuesOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ElementOf(type) is { } element ? ValuesOf(element) : null;
    }

#if NET9_0_OR_GREATER
    /// <summary>Describes generated enums, lists and maps of them, for <see cref="JsonSchemaExporterOptions.TransformSchemaNode"/>.</summary>
    /// <param name="context">What the schema describes.</param>
    /// <param name="schema">The schema so far.</param>
    /// <returns>The schema with the wire values; the same schema if it describes something else, or the values of another converter.</returns>
    /// <example><code>new JsonSchemaExporterOptions { TransformSchemaNode = WireEnums.DescribeSchema }</code></example>
    public static JsonNode DescribeSchema(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        if (ValuesOf(type) is { } values && !Has(schema, "enum"))
            return Merge(schema, EnumSchema(type, values));
        if (ElementOf(type) is not { } element || ValuesOf(element) is not { } elements)
            return schema;

        // The exporter leaves out what it does not know of the elements, and does not ask for it.
        var key = context.TypeInfo.Kind == JsonTypeInfoKind.Dictionary ? "additionalProperties" : "items";
        if (Has(schema, key) && context.PropertyInfo?.CustomConverter is not IWireEnumConverter)
            return schema;
        var description = new JsonObject { [key] = EnumSchema(element, elements) };
        if (!Has(schema, "type"))
            description.Insert(0, "type", context.PropertyInfo is { IsGetNullable: false, IsSetNullable: false } ? "array" : new JsonArray("array", "null"));
        return Merge(schema, description);
    }

    private static bool Has(JsonNode schema, string key) => schema is JsonObject known && (known.ContainsKey(key) || known.ContainsKey("$ref"));

    private static JsonObject Merge(JsonNode schema, JsonObject description)
    {
        if (schema is not JsonObject known)
            return description;
        foreach (var (key, value) in description)
            known[key] = value?.DeepClone();
        return known;
    }

    private static JsonObject EnumSchema(Type type, IReadOnlyList<string> values)
    {
        var isNullable = Nullable.GetUnderlyingType(type) is not null;
        var list = new JsonArray();
        foreach (var value in values)
            list.Add((JsonNode)value);
        if (isNullable)
            list.Add(null);
        return new JsonObject { ["type"] = isNullable ? new JsonArray("string", "null") : "string", ["enum"] = list };
    }
#endif

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GenericTypeArguments[^1]
        : null;

    // The type names its converter, whatever converters an application adds.
    private static IWireEnumConverter? ConverterOf(Type type) => type.IsEnum && type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } converter
        && typeof(IWireEnumConverter).IsAssignableFrom(converter) ? (IWireEnumConverter?)Activator.CreateInstance(converter) : null;
}
