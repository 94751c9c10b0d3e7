using System.Buffers;
using System.Text.Json;
using PageMessages;

namespace PageMessagesGen.Reference.Tests.Examples;

/// <summary>Compares what is sent with the JSON of an example.</summary>
internal static class SentJson
{
    /// <summary>Writes a request as the client sends it.</summary>
    public static JsonElement Of(SendMessageRequest request)
    {
        var bytes = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(request, bytes);
        using var json = JsonDocument.Parse(bytes.WrittenMemory);
        return json.RootElement.Clone();
    }

    /// <summary>
    /// Returns the paths where the JSON of an example and what is sent differ. A null counts as absent, numbers are compared by value, and
    /// an id that an example has as a number is sent as a string.
    /// </summary>
    public static IEnumerable<string> Differences(JsonElement example, JsonElement sent, string path = "$") => (example.ValueKind, sent.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => OfMembers(Members(example), Members(sent), path),
        (JsonValueKind.Array, JsonValueKind.Array) when example.GetArrayLength() == sent.GetArrayLength() =>
            example.EnumerateArray().Zip(sent.EnumerateArray()).SelectMany((items, index) => Differences(items.First, items.Second, $"{path}[{index}]")),
        (JsonValueKind.Number, JsonValueKind.Number) when example.GetDecimal() == sent.GetDecimal() => [],
        (JsonValueKind.Number, JsonValueKind.String) when example.GetRawText() == sent.GetString() => [],
        (JsonValueKind.String, JsonValueKind.String) when example.GetString() == sent.GetString() => [],
        (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) => [],
        _ => [path],
    };

    private static IEnumerable<string> OfMembers(Dictionary<string, JsonElement> example, Dictionary<string, JsonElement> sent, string path) =>
        example.Keys.Union(sent.Keys).SelectMany(name => example.TryGetValue(name, out var left) && sent.TryGetValue(name, out var right)
            ? Differences(left, right, $"{path}.{name}")
            : [$"{path}.{name}"]);

    private static Dictionary<string, JsonElement> Members(JsonElement body) =>
        body.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value);
}
