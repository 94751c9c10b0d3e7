using System.Text;
#if NETSTANDARD
using Text = System.String;
#else
using Text = System.ReadOnlySpan<char>;
#endif

namespace PageMessagesGen.Rules;

/// <summary>Measures strings, and determines whether they have a format. Nothing here allocates.</summary>
internal static class StringFormats
{
    /// <summary>Counts Unicode scalar values. An unpaired surrogate counts as one, since it is sent as one (U+FFFD).</summary>
    public static int CountCharacters(Text text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            // Pairs cannot overlap: a low surrogate never begins a pair.
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                pairs++;
        }

        return text.Length - pairs;
    }

    /// <summary>Counts bytes of UTF-8. An unpaired surrogate counts as the three bytes of U+FFFD.</summary>
    public static int CountBytes(Text text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Determines whether each half of a surrogate pair has the other one beside it, so that the string can be sent as UTF-8.</summary>
    public static bool IsUnicode(Text text)
    {
#if NETSTANDARD
        var i = 0;
#else
        // The usual case, which is vectorized.
        var i = text.IndexOfAny(Surrogates);
        if (i < 0)
            return true;
#endif
        for (; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    /// <summary>Determines whether a string consists of decimal digits, at least one.</summary>
    public static bool IsDigits(Text text) => text.Length > 0 && AreDigits(text, 0);

    /// <summary>Determines whether a string is an absolute http or https URL.</summary>
    public static bool IsUrl(Text text) => IsAbsolute(text, "https://") || IsAbsolute(text, "http://");

    /// <summary>Determines whether a string is an absolute https URL.</summary>
    public static bool IsHttpsUrl(Text text) => IsAbsolute(text, "https://");

    /// <summary>Determines whether a string is an absolute URL whose host is facebook.com or a subdomain of it.</summary>
    public static bool IsFacebookUrl(Text text)
    {
        const string Host = "facebook.com";
        if (!IsUrl(text))
            return false;
        var end = text.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var first = end;
        while (end < text.Length && (IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        var start = end - Host.Length;
        return (end == text.Length || text[end] is '/' or '?' or '#' or ':')
            && (start == first || (start > first && text[start - 1] == '.'))
            && IsAt(text, start, Host);
    }

    /// <summary>Determines whether a string is a host name: labels of 1 to 63 letters, digits and inner hyphens, with dots between them.</summary>
    public static bool IsHost(Text text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '.')
            {
                if (!IsLetterOrDigit(text[i]) && text[i] != '-')
                    return false;
                continue;
            }

            if (i - start is 0 or > 63 || text[start] == '-' || text[i - 1] == '-')
                return false;
            start = i + 1;
        }

        return text.Length <= 253;
    }

    /// <summary>Determines whether a string has the format of a currency code of ISO 4217: three capital letters.</summary>
    public static bool IsCurrency(Text text) =>
        text.Length == 3 && IsCapital(text[0]) && IsCapital(text[1]) && IsCapital(text[2]);

    /// <summary>Determines whether a string is a phone number of E.164: a plus and 2 to 15 digits, of which the first is not 0.</summary>
    public static bool IsPhoneNumber(Text text) =>
        text.Length is >= 3 and <= 16 && text[0] == '+' && text[1] != '0' && AreDigits(text, 1);

    /// <summary>Determines whether a string consists of ASCII letters, digits and underscores, at least one.</summary>
    public static bool IsWord(Text text)
    {
        foreach (var c in text)
        {
            if (!IsLetterOrDigit(c) && c != '_')
                return false;
        }

        return text.Length > 0;
    }

    /// <summary>Determines whether a string has no white space.</summary>
    public static bool HasNoWhiteSpace(Text text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether a string contains no URL: nothing with a scheme of the web, and nothing that begins with <c>www.</c></summary>
    public static bool HasNoLinks(Text text) =>
        text.IndexOf("http://", StringComparison.OrdinalIgnoreCase) < 0
        && text.IndexOf("https://", StringComparison.OrdinalIgnoreCase) < 0
        && text.IndexOf("www.", StringComparison.OrdinalIgnoreCase) < 0;

    // A scheme, a host, an optional port, then anything: whether the server accepts a space in a path is not known. System.Uri
    // would allocate, and its rules change between versions.
    private static bool IsAbsolute(Text text, string scheme)
    {
        if (IsPlain(text, scheme))
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
    private static bool IsPlain(Text text, string scheme) => false;
#else
    private static readonly System.Buffers.SearchValues<char> Surrogates =
        System.Buffers.SearchValues.Create([.. Enumerable.Range('\uD800', '\uDFFF' - '\uD800' + 1).Select(code => (char)code)]);

    private static readonly System.Buffers.SearchValues<char> PrintableAsciiWithoutAt =
        System.Buffers.SearchValues.Create("!\"#$%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // The usual case, which is vectorized: without an @, the host follows the scheme, and only its first character matters.
    private static bool IsPlain(Text text, string scheme) =>
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

    // For a word in lowercase, in a text of letters, digits and dots.
    private static bool IsAt(Text text, int start, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if ((text[start + i] | 0x20) != word[i])
                return false;
        }

        return true;
    }

    private static bool IsLetterOrDigit(char c) => IsDigit(c) || IsCapital(c) || c is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';
}
