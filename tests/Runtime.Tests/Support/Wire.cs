using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>What a client puts on the wire.</summary>
internal static class Wire
{
    /// <summary>Gives the bytes of a request's body.</summary>
    public static async Task<byte[]> BytesAsync(SendMessageRequest request)
    {
        using var recorder = new BodyRecorder();
        using var http = new HttpClient(recorder);
        await Clients.For(GraphApiOptions.DefaultBaseAddress, http).SendAsync(request);
        return recorder.Body!;
    }

    /// <summary>Gives the text of a request's body, which must be UTF-8 and JSON.</summary>
    public static async Task<string> TextAsync(SendMessageRequest request)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await BytesAsync(request));
        using var _ = JsonDocument.Parse(text);
        return text;
    }

    /// <summary>Asserts that two texts are the same JSON: names, values, and the order of list elements.</summary>
    public static void AssertSame(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), $"Expected: {expected}\nActual:   {actual}");
    }

    /// <summary>Asserts that nothing in a JSON text is null.</summary>
    public static void AssertNoNulls(string json) => Assert.All(Below(JsonNode.Parse(json)), Assert.NotNull);

    private static IEnumerable<JsonNode?> Below(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Below(m.Value)).Append(node),
        JsonArray elements => elements.SelectMany(Below).Append(node),
        _ => [node],
    };
}
