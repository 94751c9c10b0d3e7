using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PageMessagesGen.Benchmarks.Client.Shapes;

/// <summary>System.Text.Json's source generator on the shapes, with its fast path.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SendAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(SettableSendAnswer))]
[JsonSerializable(typeof(SettableErrorAnswer))]
[JsonSerializable(typeof(EventBody))]
public sealed partial class ShapesContext : JsonSerializerContext
{
}

/// <summary>What the general serializers are told.</summary>
public static class SerializerSettings
{
    public static JsonSerializerOptions Reflection { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The source generator, for libraries that serialize what they only know as an object.</summary>
    public static JsonSerializerOptions Generated { get; } = new(ShapesContext.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ShapesContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    public static Newtonsoft.Json.JsonSerializerSettings Newtonsoft { get; } = new()
    {
        NullValueHandling = global::Newtonsoft.Json.NullValueHandling.Ignore,
        ContractResolver = new global::Newtonsoft.Json.Serialization.DefaultContractResolver
        {
            NamingStrategy = new global::Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy(),
        },
        Converters = { new global::Newtonsoft.Json.Converters.StringEnumConverter() },
    };
}
