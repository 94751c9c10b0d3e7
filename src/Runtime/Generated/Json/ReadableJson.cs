using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace PageMessagesGen.Generated;

/// <summary>Writes requests as JSON for people: indented, with emoji and all other characters that need no escape.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReadableJson
{
    private const int Indentation = 2;

    /// <summary>Gets the JSON of a request, as it is sent but for white space.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">Writes it without white space.</param>
    public static string Of<T>(T request, Action<T, IBufferWriter<byte>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var json = new ArrayBufferWriter<byte>();
        write(request, json);
        return Indent(Encoding.UTF8.GetString(json.WrittenSpan));
    }

    // The JSON is valid, but JSON of the caller inside it can have white space of its own.
    private static string Indent(string json)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '"':
                    var end = EndOfString(json, i);
                    text.Append(json, i, end - i);
                    i = end - 1;
                    break;
                case '{' or '[' when json.AsSpan(i + 1).TrimStart() is ['}' or ']', ..] rest:
                    text.Append(json[i]).Append(rest[0]);
                    i = json.Length - rest.Length;
                    break;
                case '{' or '[':
                    StartLine(text.Append(json[i]), ++depth);
                    break;
                case '}' or ']':
                    StartLine(text, --depth).Append(json[i]);
                    break;
                case ',':
                    StartLine(text.Append(','), depth);
                    break;
                case ':':
                    text.Append(": ");
                    break;
                case not (' ' or '\t' or '\r' or '\n') and var other:
                    text.Append(other);
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    private static int EndOfString(string json, int start)
    {
        var end = start + 1;
        while (json[end] != '"')
            end += json[end] == '\\' ? 2 : 1;
        return end + 1;
    }

    private static StringBuilder StartLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * Indentation);
}
