using System.Buffers.Text;
using System.Text;

namespace PageMessagesGen.Json;

/// <summary>Takes the escapes out of a JSON text.</summary>
internal static class EscapedText
{
    /// <summary>Gives the text that is meant.</summary>
    /// <param name="text">What stands between the quotes; its escapes are well-formed.</param>
    /// <param name="target">Takes the text in UTF-8. No escape is shorter than what it stands for, so the length of the text is enough.</param>
    /// <param name="length">How many bytes it takes.</param>
    /// <returns>False if an escape stands for half of a surrogate pair.</returns>
    public static bool TryUnescape(ReadOnlySpan<byte> text, Span<byte> target, out int length)
    {
        length = 0;
        while (text.IndexOf((byte)'\\') is var at and >= 0)
        {
            text[..at].CopyTo(target[length..]);
            length += at;
            text = text[at..];
            if (!TryDecode(text, out var rune, out var consumed))
                return false;
            length += rune.EncodeToUtf8(target[length..]);
            text = text[consumed..];
        }

        text.CopyTo(target[length..]);
        length += text.Length;
        return true;
    }

    private static bool TryDecode(ReadOnlySpan<byte> text, out Rune rune, out int consumed)
    {
        consumed = 2;
        rune = new Rune(text[1] switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            var other => (char)other,
        });
        if (text[1] != 'u')
            return true;

        var first = Unit(text);
        consumed = 6;
        if (Rune.TryCreate(first, out rune))
            return true;
        consumed = 12;
        return text[6..].StartsWith("\\u"u8) && Rune.TryCreate(first, Unit(text[6..]), out rune);
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x') ? (char)unit : '\0';
}
