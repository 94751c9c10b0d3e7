using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Converts JSON to the values that are validated against the schema, and back.</summary>
internal static class WireJson
{
    /// <summary>Converts JSON. Duplicate names are kept, because the validation reports them.</summary>
    public static WireValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new WireObject(
            json.EnumerateObject().Select(p => new WireMember(p.Name, Read(p.Value), default)).ToEquatableArray(), default),
        JsonValueKind.Array => new WireList(json.EnumerateArray().Select(Read).ToEquatableArray(), default),
        JsonValueKind.String => new WireText(ReadText(json), default),
        JsonValueKind.Number => new WireNumber(json.GetRawText(), default),
        JsonValueKind.True => new WireBoolean(true, default),
        JsonValueKind.False => new WireBoolean(false, default),
        _ => new WireNull(default),
    };

    /// <summary>Removes the escapes of a JSON string between its quotes. Unlike the JSON library, it reads half of a surrogate pair.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            plain.Append(text[i] == 'u' ? (char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Unescape(text[i]));
            i += text[i] == 'u' ? 4 : 0;
        }

        return plain.ToString();
    }

    private static char Unescape(char escaped) => escaped switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escaped,
    };

    // The rules name the string that has half of a surrogate pair, where the JSON library would only throw.
    private static string ReadText(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(json.GetRawText()[1..^1]);
        }
    }

    /// <summary>Converts a string, or returns null if it is not valid JSON.</summary>
    public static WireValue? TryRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Determines whether a text in UTF-8 is JSON. It takes no memory for the values.</summary>
    /// <param name="text">The text.</param>
    /// <param name="depth">The number of levels at most.</param>
    public static bool IsJson(ReadOnlySpan<byte> text, int depth = 64)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read())
            {
                // Only whether it can be read matters.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Gets the JSON of a value.</summary>
    public static string ToText(WireValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResponseWriter.Readable))
            Write(json, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, WireValue value)
    {
        switch (value)
        {
            case WireObject body:
                json.WriteStartObject();
                foreach (var member in body.Members)
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case WireList list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case WireText text:
                json.WriteStringValue(text.Text);
                break;
            case WireNumber number:
                json.WriteRawValue(number.Digits);
                break;
            case WireBoolean flag:
                json.WriteBooleanValue(flag.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
