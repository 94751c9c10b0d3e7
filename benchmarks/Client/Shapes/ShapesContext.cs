using System.Text.Json;
using System.Text.Json.Serialization;

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
