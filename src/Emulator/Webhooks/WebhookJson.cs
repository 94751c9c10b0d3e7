using System.Globalization;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>
/// Writes JSON as Meta does in webhooks: in ASCII, with lower-case digits in escapes, and with escaped slashes. An app that parses the body
/// and writes it again to verify its signature gets other bytes.
/// </summary>
internal static class WebhookJson
{
    /// <summary>Writes JSON in this form.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static void Write(StringBuilder text, string json)
    {
        using var document = JsonDocument.Parse(json);
        Write(text, WireJson.Read(document.RootElement));
    }

    /// <summary>Writes a string with its quotes.</summary>
    public static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
            WriteCharacter(text, character);
        text.Append('"');
    }

    private static void Write(StringBuilder text, WireValue value)
    {
        switch (value)
        {
            case WireObject item:
                WriteAll(text, '{', item.Members, '}', member =>
                {
                    WriteString(text, member.Name);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case WireList list:
                WriteAll(text, '[', list.Items, ']', item => Write(text, item));
                break;
            case WireText item:
                WriteString(text, item.Text);
                break;
            case WireNumber number:
                text.Append(number.Digits);
                break;
            case WireBoolean flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char start, IEnumerable<T> items, char end, Action<T> write)
    {
        text.Append(start);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            write(item);
        }

        text.Append(end);
    }

    private static void WriteCharacter(StringBuilder text, char character)
    {
        switch (character)
        {
            case '"' or '\\' or '/':
                text.Append('\\').Append(character);
                break;
            case '\b':
                text.Append("\\b");
                break;
            case '\f':
                text.Append("\\f");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case < ' ' or > '~':
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                break;
            default:
                text.Append(character);
                break;
        }
    }
}
