using System.Buffers;

namespace PageMessagesGen;

/// <summary>Makes external strings safe for logs and terminals.</summary>
internal static class PrintableText
{
    // Line and paragraph separators, and characters that change the text direction. Control characters are found by their category.
    private static readonly SearchValues<char> Separators = SearchValues.Create("\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Replaces each character that controls the output with a space.</summary>
    public static string Of(string text) => !text.Any(IsControl) ? text : string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = IsControl(source[i]) ? ' ' : source[i];
    });

    private static bool IsControl(char c) => char.IsControl(c) || Separators.Contains(c);
}
