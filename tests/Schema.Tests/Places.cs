using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Tests;

/// <summary>Counts lines and columns as compilers and editors do, apart from how the reader gets at them.</summary>
internal static class Places
{
    /// <summary>The position before a character. A carriage return and its line feed are one line break.</summary>
    public static TextPosition At(string text, int index)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < index; i++)
        {
            var isBreak = text[i] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
            if (isBreak && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
                (line, lineStart) = (line + 1, i + 1);
        }

        return new TextPosition(index, line, index - lineStart + 1);
    }

    /// <summary>What is wrong with a range in a text, or null.</summary>
    public static string? FaultOf(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        if (start.Index < 0 || end.Index < start.Index || end.Index > text.Length)
            return $"{start.Index}..{end.Index} is not inside the text of {text.Length}";
        return At(text, start.Index) != start || At(text, end.Index) != end
            ? $"{start.Index}..{end.Index} is {At(text, start.Index)}-{At(text, end.Index)}, not {range}"
            : null;
    }
}
