namespace PageMessagesGen.Schema.Validation;

/// <summary>Keeps what a message quotes short.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    /// <summary>Gets a string, or its beginning with three dots.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest)
            return text;

        // Half a surrogate pair is not valid.
        var length = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text.Substring(0, length) + "...";
    }
}
