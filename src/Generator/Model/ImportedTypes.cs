namespace PageMessagesGen.Generator.Model;

/// <summary>
/// The types of the framework and of the runtime library that generated code names. Emitters write <c>::Task</c> for one of them: it
/// becomes <c>Task</c> and an import of its namespace, or <c>global::System.Threading.Tasks.Task</c> if the schema has something with its
/// name, which would come first in the lookup.
/// </summary>
internal static class ImportedTypes
{
    private static readonly Dictionary<string, string> Namespaces = Index(
        ("System", "Action ArgumentException ArgumentNullException ArgumentOutOfRangeException DateOnly DateTimeOffset Func OperationCanceledException ReadOnlySpan Type Uri"),
        ("System.Buffers", "IBufferWriter"),
        ("System.CodeDom.Compiler", "GeneratedCode"),
        ("System.Collections.Generic", "IAsyncEnumerable IDictionary IReadOnlyDictionary IReadOnlyList List"),
        ("System.Diagnostics.CodeAnalysis", "DynamicallyAccessedMembers DynamicallyAccessedMemberTypes ExcludeFromCodeCoverage"),
        ("System.Net.Http", "HttpClient HttpMethod"),
        ("System.Runtime.CompilerServices", "StrongBox UnsafeAccessor UnsafeAccessorKind"),
        ("System.Text", "StringBuilder"),
        ("System.Text.Json", "JsonElement JsonException JsonSerializer JsonSerializerOptions Utf8JsonReader Utf8JsonWriter"),
        ("System.Text.Json.Serialization", "JsonConverter JsonExtensionData JsonIgnore JsonIgnoreCondition JsonPropertyName JsonPropertyOrder JsonSerializerContext"),
        ("System.Text.Json.Serialization.Metadata", "IJsonTypeInfoResolver JsonMetadataServices JsonPropertyInfo JsonTypeInfo"),
        ("System.Threading", "CancellationToken"),
        ("System.Threading.Tasks", "Task ValueTask"),
        ("Microsoft.AspNetCore.Builder", "IEndpointConventionBuilder"),
        ("Microsoft.AspNetCore.Routing", "IEndpointRouteBuilder"),
        ("Microsoft.Extensions.Configuration", "IConfiguration"),
        ("Microsoft.Extensions.DependencyInjection", "IHttpClientBuilder IServiceCollection"),
        ("Microsoft.Extensions.Options", "OptionsBuilder"),
        ("PageMessagesGen", "ErrorRecovery GraphApiCanceledException GraphApiClientOptions GraphApiException GraphApiOptions GraphErrorCode GraphFile IntegerOrString IWebhookEvent MessagingWindow RawJson ReceivedEvent SendEcho SendOutcome SendResult Timestamp WebhookContext WebhookFormatException WebhookReceiverOptions WebhookSignature"),
        ("PageMessagesGen.Generated", """
            AvailabilityDescription CallDescription ContentEquality ContentHash DeprecatedSince Discriminator DiscriminatorDescription EnumDescription EnumListConverter EventConverter Envelope EnvelopeDescription GeneratedRequest GraphApiClients GraphApiConnection GraphApiRegistration GraphApiSends GraphDateTimeConverter GraphErrors GraphPath IntegerOrStringConverter JsonMembers Limits ListElements
            MemberPrinter MemberValue OnlyWhen Platform ReadableJson RecordDescription RefusedSince ResponsePage Rule SchemaName SetMembers StringOrIntegerConverter
            SupportedOn TimestampConverter UnionConverter Utf8RequestWriter Utf8ResponseReader ValidationContext WebhookDescription WebhookEndpoints WireEnumConverter
            """),
        ("PageMessagesGen.Rules", "RuleSeverity RuleViolation"));

    /// <summary>Gets the names of the types, those of attributes without <c>Attribute</c>.</summary>
    public static IReadOnlyCollection<string> Names => Namespaces.Keys;

    /// <summary>Gets the namespace of a type.</summary>
    public static string NamespaceOf(string name) => Namespaces[name];

    private static Dictionary<string, string> Index(params (string Namespace, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(name => (name, row.Namespace)))
        .ToDictionary(type => type.name, type => type.Namespace, StringComparer.Ordinal);
}
