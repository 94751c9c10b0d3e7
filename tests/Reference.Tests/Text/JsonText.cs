using System.Text.Encodings.Web;
using System.Text.Json;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Reference.Tests.Text;

/// <summary>Writes values of the schema's examples as JSON.</summary>
internal static class JsonText
{
    /// <summary>Writes a value with an indent.</summary>
    public static string Write(WireValue value) => new NodeWriter("  ", isBracketAlone: false).Write("", NodeOf(value), "");

    /// <summary>Writes a value on one line.</summary>
    public static string WriteOnOneLine(WireValue value) => NodeOf(value).OneLine;

    private static Node NodeOf(WireValue value) => value switch
    {
        WireObject body => new Node("", "{", "}", [.. body.Members.Select(member => ($"{Quote(member.Name)}: ", NodeOf(member.Value)))]),
        WireList list => Node.List(list.Items.Select(NodeOf)),
        WireText text => Node.Word(Quote(text.Text)),
        WireNumber number => Node.Word(number.Digits),
        WireBoolean boolean => Node.Word(boolean.Value ? "true" : "false"),
        _ => Node.Word("null"),
    };

    // No encoder leaves emoji as they are.
    private static string Quote(string text) => text.Any(c => c is '"' or '\\' or < ' ')
        ? $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""
        : $"\"{text}\"";
}
