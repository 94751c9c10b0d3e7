using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PageMessagesGen;

/// <summary>Creates JSON values for members whose shape the schema leaves open.</summary>
public static class RawJson
{
    /// <summary>Parses a JSON string, which is kept as is.</summary>
    /// <example><code>Payload = RawJson.Parse("""{ "url": "https://cdn.example.com/menu.jpg" }""")</code></example>
    /// <exception cref="JsonException">The string is not valid JSON.</exception>
    public static JsonElement Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
