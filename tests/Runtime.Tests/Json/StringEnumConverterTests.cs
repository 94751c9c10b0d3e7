using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

/// <summary>Applications often add a converter that writes enums by their C# names. Generated enums keep their wire values.</summary>
public sealed class StringEnumConverterTests
{
    public static TheoryData<string> Resolvers => [.. Options.Keys];

    private static Dictionary<string, JsonSerializerOptions> Options { get; } = new()
    {
        ["reflection"] = WithConverter(new DefaultJsonTypeInfoResolver()),
        ["own context"] = WithConverter(PageMessagesJsonContext.Default),
        ["own context, then reflection"] = WithConverter(JsonTypeInfoResolver.Combine(PageMessagesJsonContext.Default, new DefaultJsonTypeInfoResolver())),
    };

    [Theory]
    [MemberData(nameof(Resolvers))]
    public void Each_shape_of_a_request_is_written_and_read_as_without_it(string resolver)
    {
        foreach (var request in new Variants("text 🍕", 7).Of(typeof(SendMessageRequest)).Cast<SendMessageRequest>())
        {
            var json = JsonSerializer.Serialize(request, Options[resolver]);

            Assert.Equal(JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest), json);
            var read = JsonSerializer.Deserialize<SendMessageRequest>(json, Options[resolver])!;
            Assert.Equal(json, JsonSerializer.Serialize(read, Options[resolver]));
        }
    }

    private static JsonSerializerOptions WithConverter(IJsonTypeInfoResolver resolver) => new()
    {
        TypeInfoResolver = resolver,
        Converters = { new JsonStringEnumConverter() },
    };
}
