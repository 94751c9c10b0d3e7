using System.Buffers;
using System.Text;
using PageMessages;

namespace PageMessagesGen.Agreement.Tests.Requests;

/// <summary>
/// Writes requests as JSON. The writer of the product replaces half of a surrogate pair, but other clients send it as an escape. So a
/// stand-in is written for each half, which has as many characters and bytes, and is replaced by the escape.
/// </summary>
internal static class RequestJson
{
    public const string FirstHalf = "\uD83C";
    public const string SecondHalf = "\uDF55";

    private static readonly Dictionary<Unknown, int> NoChoices = [];

    private static readonly (string Half, string StandIn, string Escape)[] Halves = [(FirstHalf, "\uE000", "\\ud83c"), (SecondHalf, "\uE001", "\\udf55")];

    /// <summary>Writes a request without unknown parts.</summary>
    public static ArrayBufferWriter<byte> Write(Expression request)
    {
        var json = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write((SendMessageRequest)request.WithStandIns.Evaluate(NoChoices)!, json);
        var text = Encoding.UTF8.GetString(json.WrittenSpan);
        if (!Halves.Any(h => text.Contains(h.StandIn, StringComparison.Ordinal)))
            return json;
        var escaped = new ArrayBufferWriter<byte>();
        escaped.Write(Encoding.UTF8.GetBytes(Halves.Aggregate(text, (all, h) => all.Replace(h.StandIn, h.Escape, StringComparison.Ordinal))));
        return escaped;
    }

    /// <summary>Replaces halves of surrogate pairs by their stand-ins.</summary>
    public static string Replace(string text) =>
        string.Concat(text.Select((c, i) => IsHalf(text, i) ? Halves.Single(h => h.Half[0] == c).StandIn[0] : c));

    private static bool IsHalf(string text, int i) => char.IsSurrogate(text[i])
        && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
        && !(i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));
}
