namespace PageMessagesGen.Generator.Model;

/// <summary>
/// The names that generated code takes from elsewhere by their short form, and those that every JSON context has. A schema type of the same name would come first
/// in the lookup and break that code, so no schema type may have one of them.
/// </summary>
internal static class ImportedNames
{
    public static readonly string[] All =
    [
        "Default", "Options",
        "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "OperationCanceledException", "ReadOnlySpan", "Type",
        "IReadOnlyList", "StringBuilder", "DefaultValue", "DefaultValueAttribute",
        "CancellationToken", "HttpClient", "HttpMethod", "IBufferWriter", "Task", "Uri",
        "UnsafeAccessor", "UnsafeAccessorAttribute", "UnsafeAccessorKind",
        "IJsonTypeInfoResolver", "JsonConverter", "JsonConverterAttribute", "JsonElement", "JsonException", "JsonIgnore", "JsonIgnoreAttribute",
        "JsonIgnoreCondition", "JsonMetadataServices", "JsonPropertyInfo", "JsonPropertyName", "JsonPropertyNameAttribute",
        "JsonSerializerContext", "JsonSerializerOptions", "JsonTokenType", "JsonTypeInfo", "Utf8JsonReader",
        "GraphApiConnection", "GraphApiException", "GraphApiOptions", "GraphPath", "RawJson",
        "JsonDerivedType", "JsonDerivedTypeAttribute", "JsonPolymorphic", "JsonPolymorphicAttribute", "JsonSerializer", "Utf8JsonWriter",
        "JsonAnswer", "JsonBuffer", "UnionConverter", "JsonMembers", "MemberPrinter", "StringOrIntegerConverter", "WireEnumConverter",
    ];
}
