namespace PageMessagesGen.Generator.Model;

/// <summary>
/// The names that generated code takes from elsewhere by their short form, and those that every JSON context has. A schema type of the same name would come first
/// in the lookup and break that code, so no schema type may have one of them. For attributes of rules, their full names are enough: where
/// C# looks for an attribute, it passes by a type of the short name that is none.
/// </summary>
internal static class ImportedNames
{
    /// <summary>The names that attributes of members use in their arguments, where a member of that name would come first.</summary>
    public static readonly string[] InAttributes = ["JsonIgnoreCondition", "RuleSeverity"];

    public static readonly string[] All =
    [
        "Default", "Options",
        "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "OperationCanceledException", "ReadOnlySpan", "Type",
        "IReadOnlyList", "StringBuilder",
        "CancellationToken", "HttpClient", "HttpMethod", "IBufferWriter", "Task", "Uri",
        "UnsafeAccessor", "UnsafeAccessorAttribute", "UnsafeAccessorKind",
        "IJsonTypeInfoResolver", "JsonConverter", "JsonConverterAttribute", "JsonElement", "JsonException", "JsonIgnore", "JsonIgnoreAttribute",
        "JsonIgnoreCondition", "JsonMetadataServices", "JsonPropertyInfo", "JsonPropertyName", "JsonPropertyNameAttribute",
        "JsonSerializerContext", "JsonSerializerOptions", "JsonTokenType", "JsonTypeInfo", "Utf8JsonReader",
        "GraphApiConnection", "GraphApiException", "GraphApiOptions", "GraphPath", "ListElements", "RawJson",
        "JsonDerivedType", "JsonDerivedTypeAttribute", "JsonPolymorphic", "JsonPolymorphicAttribute", "JsonSerializer", "Utf8JsonWriter",
        "AllowAttribute", "AtLeastOneOfAttribute", "AtMostOneOfAttribute", "DeprecatedSinceAttribute", "ExactlyOneOfAttribute", "ForbidAttribute",
        "FormatAttribute", "LimitAttribute", "MaxAttribute", "MaxBytesAttribute", "MaxCharactersAttribute", "MaxCountAttribute", "MinAttribute",
        "MinBytesAttribute", "MinCharactersAttribute", "MinCountAttribute", "OnlyOnAttribute", "OnlyWhenAttribute", "PlatformAttribute", "RefusedSinceAttribute",
        "RequireAttribute", "SchemaNameAttribute",
        "PathTally", "RuleCheck", "RuleDescription", "RuleJson", "RuleLimit", "RuleSeverity", "RuleValue", "RuleViolation", "TextForms",
        "JsonAnswer", "JsonBuffer", "UnionConverter", "JsonMembers", "MemberPrinter", "StringOrIntegerConverter", "WireEnumConverter",
    ];
}
