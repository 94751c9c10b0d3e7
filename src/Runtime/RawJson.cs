using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PageMessagesGen;

/// <summary>Makes the JSON values of members whose shape the schema leaves open.</summary>
public static class RawJson
{
    /// <summary>Takes a JSON text over as it is.</summary>
    /// <example><code>Payload = RawJson.Parse("""{ "url": "https://cdn.example.com/menu.jpg" }""")</code></example>
    /// <exception cref="JsonException">The text is no JSON value.</exception>
    public static JsonElement Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
