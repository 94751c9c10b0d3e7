using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace PageMessagesGen;

/// <summary>Creates JSON values for members whose shape the schema leaves open.</summary>
public static class RawJson
{
    private const int EscapeLength = 6;

    /// <summary>Parses a JSON string, which is kept as is.</summary>
    /// <example><code>Payload = RawJson.Parse("""{ "url": "https://cdn.example.com/menu.jpg" }""")</code></example>
    /// <exception cref="JsonException">The string is not valid JSON, or an escape in it is half of a surrogate pair.</exception>
    public static JsonElement Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var document = JsonDocument.Parse(json);
        if (FindHalf(json) is { } position)
            throw new JsonException($"The JSON contains half of a surrogate pair in a string ({json.Substring(position, EscapeLength)}, character {position + 1}).");
        return document.RootElement.Clone();
    }

    // The JSON library finds it only when the string is read, and the server when it is sent. In valid JSON, a backslash begins an
    // escape. The other half is an escape as well, because the library accepts no string with half of a pair that is not escaped.
    private static int? FindHalf(string json)
    {
        for (var i = json.IndexOf('\\'); i >= 0; i = json.IndexOf('\\', i))
        {
            var first = CodeAt(json, i);
            if (!char.IsSurrogate(first))
                i += 2;
            else if (char.IsSurrogatePair(first, CodeAt(json, i + EscapeLength)))
                i += 2 * EscapeLength;
            else
                return i;
        }

        return null;
    }

    // Gets the character of an escape such as \u00e4; the null character if there is none.
    private static char CodeAt(string json, int escape) => json.AsSpan(escape) is ['\\', 'u', ..]
        ? (char)ushort.Parse(json.AsSpan(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : '\0';
}
