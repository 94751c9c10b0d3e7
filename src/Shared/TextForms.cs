using System.Text;
#if NETSTANDARD
using Text = System.String;
#else
using Text = System.ReadOnlySpan<char>;
#endif

namespace PageMessagesGen.Rules;

/// <summary>
/// What the schema language means by the length and by the form of a text. The reader of schemas, the analyzers and the runtime
/// library compile this one file, so that they cannot come to differ. Nothing here allocates; where there are spans, texts are taken as such.
/// </summary>
#if NETSTANDARD
internal static class TextForms
#else
public static class TextForms
#endif
{
    /// <summary>Counts Unicode scalar values. Half a surrogate pair counts as one, since it is sent as one (U+FFFD).</summary>
    public static int CountCharacters(Text text)
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
    public static int CountBytes(Text text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Tells whether a text has the form of a name; a name that is not known asks for nothing.</summary>
    public static bool Fits(Text text, string form) => form switch
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
    public static bool IsDigits(Text text) => text.Length > 0 && AreDigits(text, 0);

    /// <summary>Tells whether a text is an absolute http or https address.</summary>
    public static bool IsUrl(Text text) => IsAddress(text, "https://") || IsAddress(text, "http://");

    /// <summary>Tells whether a text is an absolute https address.</summary>
    public static bool IsHttpsUrl(Text text) => IsAddress(text, "https://");

    /// <summary>Tells whether a text could be a currency code of ISO 4217: three capital letters.</summary>
    public static bool IsCurrency(Text text) =>
        text.Length == 3 && IsCapital(text[0]) && IsCapital(text[1]) && IsCapital(text[2]);

    /// <summary>Tells whether a text is a telephone number of E.164: a plus and up to fifteen digits, of which the first is not 0.</summary>
    public static bool IsPhoneNumber(Text text) =>
        text.Length is >= 3 and <= 16 && text[0] == '+' && text[1] != '0' && AreDigits(text, 1);

    /// <summary>Tells whether a text consists of ASCII letters, digits and underscores, at least one.</summary>
    public static bool IsWord(Text text)
    {
        foreach (var c in text)
        {
            if (!IsDigit(c) && !IsCapital(c) && c is not ((>= 'a' and <= 'z') or '_'))
                return false;
        }

        return text.Length > 0;
    }

    /// <summary>Tells whether a text is free of white space.</summary>
    public static bool HasNoBlanks(Text text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return false;
        }

        return true;
    }

    // Scheme, host, perhaps a port, then anything: whether the server takes a space in a path is not known. The classes of the
    // framework would allocate, and judge by rules that change with its version.
    private static bool IsAddress(Text text, string scheme)
    {
        if (IsPlainAddress(text, scheme))
            return true;
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return false;

        var authority = scheme.Length;
        while (authority < text.Length && text[authority] is not ('/' or '?' or '#'))
        {
            if (char.IsWhiteSpace(text[authority]) || char.IsControl(text[authority]) || text[authority] == '\\')
                return false;
            authority++;
        }

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

#if NETSTANDARD
    private static bool IsPlainAddress(Text text, string scheme) => false;
#else
    private static readonly System.Buffers.SearchValues<char> PrintableAsciiWithoutAt =
        System.Buffers.SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // What nearly all addresses are, and many characters at once are seen to be: the host follows the scheme, it begins with a
    // letter or a digit, and nothing that comes later can take it away.
    private static bool IsPlainAddress(Text text, string scheme) =>
        text.Length > scheme.Length
        && text.StartsWith(scheme, StringComparison.Ordinal)
        && char.IsAsciiLetterOrDigit(text[scheme.Length])
        && !text.ContainsAnyExcept(PrintableAsciiWithoutAt);
#endif

    private static bool AreDigits(Text text, int start)
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
