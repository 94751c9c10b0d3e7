using System.Text;

namespace PageMessagesGen.Rules;

/// <summary>
/// What the schema language means by the length and by the form of a text. The reader of schemas, the analyzers and the runtime
/// library compile this one file, so that they cannot come to differ. Nothing here allocates.
/// </summary>
#if NETSTANDARD
internal static class TextForms
#else
public static class TextForms
#endif
{
    /// <summary>Counts Unicode scalar values. Half a surrogate pair counts as one, since it is sent as one (U+FFFD).</summary>
    public static int CountCharacters(string text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            // A half cannot belong to two pairs: a low one never begins a pair.
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                pairs++;
        }

        return text.Length - pairs;
    }

    /// <summary>Counts bytes of UTF-8. Half a surrogate pair counts as the three bytes of U+FFFD.</summary>
    public static int CountBytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Tells whether a text has the form of a name; a name that is not known asks for nothing.</summary>
    public static bool Fits(string text, string form) => form switch
    {
        "digits" => IsDigits(text),
        "url" => IsUrl(text),
        "https-url" => IsHttpsUrl(text),
        "currency" => IsCurrency(text),
        "phone-number" => IsPhoneNumber(text),
        "word" => IsWord(text),
        "no-blanks" => HasNoBlanks(text),
        _ => true,
    };

    /// <summary>Tells whether a text consists of decimal digits, at least one.</summary>
    public static bool IsDigits(string text) => text.Length > 0 && AreDigits(text, 0);

    /// <summary>Tells whether a text is an absolute http or https address.</summary>
    public static bool IsUrl(string text) => IsAddress(text, "http://") || IsAddress(text, "https://");

    /// <summary>Tells whether a text is an absolute https address.</summary>
    public static bool IsHttpsUrl(string text) => IsAddress(text, "https://");

    /// <summary>Tells whether a text could be a currency code of ISO 4217: three capital letters.</summary>
    public static bool IsCurrency(string text) =>
        text.Length == 3 && IsCapital(text[0]) && IsCapital(text[1]) && IsCapital(text[2]);

    /// <summary>Tells whether a text is a telephone number of E.164: a plus and up to fifteen digits, of which the first is not 0.</summary>
    public static bool IsPhoneNumber(string text) =>
        text.Length is >= 3 and <= 16 && text[0] == '+' && text[1] != '0' && AreDigits(text, 1);

    /// <summary>Tells whether a text consists of ASCII letters, digits and underscores, at least one.</summary>
    public static bool IsWord(string text)
    {
        foreach (var c in text)
        {
            if (!IsDigit(c) && !IsCapital(c) && c is not ((>= 'a' and <= 'z') or '_'))
                return false;
        }

        return text.Length > 0;
    }

    /// <summary>Tells whether a text is free of white space.</summary>
    public static bool HasNoBlanks(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return false;
        }

        return true;
    }

    // Scheme, host, perhaps a port, then anything without blanks and control characters. The classes of the framework would
    // allocate, and judge by rules that change with its version.
    private static bool IsAddress(string text, string scheme)
    {
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\\')
                return false;
        }

        var end = text.IndexOfAny(AuthorityEnds, scheme.Length);
        var authority = end < 0 ? text.Length : end;
        var host = scheme.Length;
        for (var i = authority - 1; i >= scheme.Length; i--)
        {
            if (text[i] == '@')
            {
                host = i + 1;
                break;
            }
        }

        var port = authority;
        for (var i = authority - 1; i >= host && (IsDigit(text[i]) || text[i] == ':'); i--)
        {
            if (text[i] == ':')
            {
                port = i;
                break;
            }
        }

        return port > host && text[host] != '.';
    }

    private static readonly char[] AuthorityEnds = ['/', '?', '#'];

    private static bool AreDigits(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!IsDigit(text[i]))
                return false;
        }

        return true;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';
}
