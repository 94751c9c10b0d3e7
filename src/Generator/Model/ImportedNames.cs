namespace PageMessagesGen.Generator.Model;

/// <summary>
/// The names that generated code takes from elsewhere by their short form, and those of the members of generated code. A schema type of the
/// same name would come first in the lookup, or would be a second member of that name in a JSON context, so no schema type may have one of
/// them. For attributes of rules, their full names are sufficient: C# ignores a type of the short name that is not an attribute.
/// </summary>
internal static class ImportedNames
{
    /// <summary>The names that attributes of members use in their arguments, where a member of that name would come first.</summary>
    public static readonly string[] InAttributes = ["JsonIgnoreCondition", "RuleSeverity"];

    public static readonly string[] All =
    [
        "Default", "Describe", "GeneratedSerializerOptions", "GetTypeInfo", "Json", "Options", "PrintMembers", "Undefined", "Write",
        "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "OperationCanceledException", "ReadOnlySpan", "Type",
        "DateOnly", "DateTimeOffset", "GraphDateTimeConverter", "IReadOnlyDictionary", "IReadOnlyList", "StringBuilder",
        "CancellationToken", "HttpClient", "HttpMethod", "IBufferWriter", "Task", "Uri",
        "UnsafeAccessor", "UnsafeAccessorAttribute", "UnsafeAccessorKind",
        "IJsonTypeInfoResolver", "JsonConverter", "JsonConverterAttribute", "JsonElement", "JsonException", "JsonIgnore", "JsonIgnoreAttribute",
        "JsonIgnoreCondition", "JsonMetadataServices", "JsonPropertyInfo", "JsonPropertyName", "JsonPropertyNameAttribute",
        "JsonSerializerContext", "JsonSerializerOptions", "JsonTokenType", "JsonTypeInfo", "Utf8JsonReader",
        "GraphApiConnection", "GraphApiException", "GraphApiOptions", "GraphPath", "ListElements", "RawJson",
        "JsonDerivedType", "JsonDerivedTypeAttribute", "JsonPolymorphic", "JsonPolymorphicAttribute", "JsonSerializer", "Utf8JsonWriter",
        "DeprecatedSinceAttribute", "GeneratedRequestAttribute", "LimitsAttribute", "OnlyWhenAttribute", "PlatformAttribute",
        "RefusedSinceAttribute", "RuleAttribute", "SchemaNameAttribute", "SupportedOnAttribute",
        "AvailabilityDescription", "EnumDescription", "MemberValue", "RecordDescription", "RuleSeverity", "RuleViolation", "SetMembers", "ValidationContext",
        "Utf8ResponseReader", "Utf8RequestWriter", "UnionConverter", "JsonMembers", "MemberPrinter", "StringOrIntegerConverter", "WireEnumConverter",
    ];
}
