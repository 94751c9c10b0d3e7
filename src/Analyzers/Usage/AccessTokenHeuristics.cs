using System.Collections.Immutable;

namespace PageMessagesGen.Analyzers.Usage;

/// <summary>
/// Detects access tokens, but not made-up words in tests: a token consists of random letters and digits. A long run of one character
/// is not a token, nor is Base64 data that happens to start like one.
/// </summary>
internal static class AccessTokenHeuristics
{
    // Current tokens are much longer. Shorter ones are truncated.
    private const int FewestCharacters = 20;

    // Random letters and digits of that length contain more different characters.
    private const int FewestDifferent = 8;

    /// <summary>The prefixes of the tokens of a Page, a person or an Instagram account.</summary>
    public static readonly ImmutableArray<string> Beginnings = ["EAA", "IGQ", "IGAA"];

    /// <summary>Determines whether a string contains a token of a Page, a person or an Instagram account.</summary>
    public static bool HoldsMetaToken(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfRun(text, start);
            if (IsRandom(text, start, end) && BeginsLikeToken(text, start) && !IsPartOfBase64(text, start, end))
                return true;
            start = end + 1;
        }

        return false;
    }

    /// <summary>
    /// Determines whether a string that is used as an access token is a real one. It also accepts other prefixes, and the token of an app.
    /// </summary>
    public static bool IsTokenInUse(string text) => HoldsMetaToken(text) || IsAppToken(text) || (EndOfRun(text, 0) == text.Length && IsRandom(text, 0, text.Length));

    // The id of an app, a vertical bar, and the secret of the app.
    private static bool IsAppToken(string text)
    {
        var bar = text.IndexOf('|');
        if (bar < FewestDifferent || text.Length - bar <= FewestDifferent)
            return false;
        for (var i = 0; i < bar; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }

        return true;
    }

    private static bool BeginsLikeToken(string text, int start)
    {
        foreach (var beginning in Beginnings)
        {
            if (string.CompareOrdinal(text, start, beginning, 0, beginning.Length) == 0)
                return true;
        }

        return false;
    }

    private static bool IsRandom(string text, int start, int end)
    {
        if (end - start < FewestCharacters)
            return false;
        var (hasDigit, hasLetter) = (false, false);
        var different = new HashSet<char>();
        for (var i = start; i < end; i++)
        {
            hasDigit |= text[i] <= '9';
            hasLetter |= text[i] > '9';
            different.Add(text[i]);
        }

        return hasDigit && hasLetter && different.Count >= FewestDifferent;
    }

    private static bool IsPartOfBase64(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '+' or '/') || (end < text.Length && text[end] is '+' or '/' or '=');

    private static int EndOfRun(string text, int start)
    {
        while (start < text.Length && text[start] is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            start++;
        return start;
    }
}
