using System.Buffers.Text;
using System.Text;

namespace PageMessagesGen.Json;

/// <summary>Unescapes JSON strings.</summary>
internal static class EscapedText
{
    /// <summary>Unescapes a string.</summary>
    /// <param name="text">The characters between the quotes. Their escapes are well-formed.</param>
    /// <param name="target">
    /// The buffer for the UTF-8 result. The length of the string is enough, because no escape is shorter than its character.
    /// </param>
    /// <param name="length">The number of bytes in the result.</param>
    /// <returns><see langword="false"/> if an escape is an unpaired surrogate.</returns>
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
