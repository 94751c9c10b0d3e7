using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Makes JSON values for members of open shape.</summary>
internal static class RandomJson
{
    public static JsonElement Next(Random random)
    {
        using var document = JsonDocument.Parse(Text(random, 3));
        return document.RootElement.Clone();
    }

    private static string Text(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => random.Next(2) == 0 ? "true" : "false",
        1 => random.Next().ToString(CultureInfo.InvariantCulture),
        2 => $"-{random.Next(1000)}.50e{random.Next(-9, 9)}",
        3 => "\"\\ud83c\\udf55 \\/ \\u00e9 \\\" 🍕\"",
        4 => JsonValue.Create(WellFormed(random)).ToJsonString(),
        5 => "123456789012345678901234567890",
        6 => $"[ {string.Join(" , ", Enumerable.Range(0, random.Next(4)).Select(_ => Text(random, depth - 1)))} ]",
        7 => $"{{\n{string.Join(",\t", Enumerable.Range(0, random.Next(4)).Select(i => $"\"n{i}\\u0041\" : {Text(random, depth - 1)}"))}}}",
        _ => "[null,{}]",
    };

    // Halves of pairs cannot stand in a JsonElement that is read again.
    private static string WellFormed(Random random) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(RandomText.Next(random)));
}
