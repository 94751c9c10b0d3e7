using System.Globalization;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>
/// Finds the invalid escape in double quotes that stopped the parser. The parser reports at most the position of the quote.
/// </summary>
internal static class YamlEscapes
{
    private const string Backslash = "A backslash inside double quotes is written twice.";

    // The characters and line breaks that can follow a backslash, apart from the code of a character.
    private const string Simple = "0abtnvfre \"/\\N_LP\t\n\r\u0085\u2028\u2029";

    private const int LongestEscape = 10;
    private const int HalfEscape = 6;

    private static readonly string[] Faults = ["unknown escape character", "hexadecimal number", "invalid Unicode"];

    /// <summary>Gets the position of the escape and the reason why it is invalid; null if something else stopped the parser.</summary>
    public static (long Place, string Reason)? Explain(string text, Exception exception, long place)
    {
        if (Array.Exists(Faults, f => exception.Message.IndexOf(f, StringComparison.Ordinal) >= 0))
            return FirstFault(text, (int)place + 1);

        // For some codes that are not characters, the parser throws an ArgumentException. Its position is then after the escape.
        var last = exception is ArgumentException ? text.LastIndexOf('\\', (int)Math.Min(place, text.Length - 1)) : -1;
        if (last < 0 || place - last > LongestEscape || Digits(text, last) == 0)
            return null;
        var half = last - HalfEscape;
        return half >= 0 && Number(text, half) is >= 0xD800 and <= 0xDBFF ? (half, NoCharacter(text, half)) : (last, NoCharacter(text, last));
    }

    private static (long Place, string Reason)? FirstFault(string text, int start)
    {
        for (var i = start; i < text.Length - 1; i++)
        {
            if (text[i] != '\\')
                continue;
            var digits = Digits(text, i);
            if (digits == 0 && Simple.IndexOf(text[i + 1]) < 0)
                return (i, $"'\\{text[i + 1]}' is not a valid escape sequence. {Backslash}");
            if (digits > 0 && Number(text, i) is null)
                return (i, $"'\\{text[i + 1]}' needs {digits} hexadecimal digits. {Backslash}");
            if (Number(text, i) is > 0x10FFFF or (>= 0xDC00 and <= 0xDFFF))
                return (i, NoCharacter(text, i));
            if (Number(text, i) is >= 0xD800 and <= 0xDBFF)
            {
                // The second half of a surrogate pair must follow the first.
                var other = i + 2 + digits;
                if (Number(text, other) is not (>= 0xDC00 and <= 0xDFFF))
                    return (i, NoCharacter(text, i));
                (i, digits) = (other, Digits(text, other));
            }

            i += 1 + digits;
        }

        return null;
    }

    private static string NoCharacter(string text, int escape) =>
        $"'{text.Substring(escape, Math.Min(2 + Digits(text, escape), text.Length - escape))}' is not a character. {Backslash}";

    // The number of hexadecimal digits in an escape that is the code of a character; 0 for other escapes.
    private static int Digits(string text, int escape) => escape + 1 >= text.Length ? 0 : text[escape + 1] switch
    {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };

    private static uint? Number(string text, int escape)
    {
        var digits = Digits(text, escape);
        return digits > 0 && text[escape] == '\\' && escape + 2 + digits <= text.Length
            && uint.TryParse(text.Substring(escape + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
