using PageMessagesGen.Schema.Text;
using YamlDotNet.Core;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Finds the position of a syntax error and describes it in plain words. The parser's messages describe the parser.</summary>
internal static class YamlFault
{
    /// <summary>Gets the position and the reason of a syntax error.</summary>
    /// <param name="text">The string that was parsed.</param>
    /// <param name="lines">The lines of the string.</param>
    /// <param name="exception">The exception of the parser.</param>
    /// <param name="place">The position that the parser reports.</param>
    /// <param name="openBrackets">The positions of the open brackets, innermost first.</param>
    public static (TextRange Range, string Reason) Explain(
        string text, LineTable lines, Exception exception, long place, IEnumerable<long> openBrackets)
    {
        if (YamlEscapes.Explain(text, exception, place) is { } escape)
            return (CharacterAt(text, lines, escape.Place), escape.Reason);
        if (YamlReasons.OfSign(text, exception.Message, place) is { } sign)
            return (CharacterAt(text, lines, place), sign);

        // The parser reports what follows the mistake. The mistake is the bracket, unless what follows is wrong by itself.
        foreach (var bracket in openBrackets)
        {
            return YamlReasons.InBrackets(text, place) is { } inside
                ? (CharacterAt(text, lines, place), inside)
                : (CharacterAt(text, lines, bracket), $"The '{text[(int)Math.Min(bracket, text.Length - 1)]}' is not closed properly.");
        }

        if (IndentingTab(text, lines.At(place).Line) is { } tab)
            return (CharacterAt(text, lines, tab.Index), "This line is indented with a tab. Use spaces instead.");

        return (CharacterAt(text, lines, place), YamlReasons.OfLine(text, exception.Message, place) ?? Sentence(exception));
    }

    // One character, but no line break: a range that ends on the next line marks nothing visible.
    private static TextRange CharacterAt(string text, LineTable lines, long index) =>
        lines.Range(index, index < text.Length && text[(int)index] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029') ? index + 1 : index);

    // The first tab in the white space before the content of a line: on the line of the error, or else on any line,
    // because the parser reports some tabs at the start of the file.
    private static TextPosition? IndentingTab(string text, int faultLine)
    {
        TextPosition? first = null;
        var (line, column) = (1, 1);
        var indenting = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                (line, column, indenting) = (line + 1, 1, true);
                continue;
            }

            if (indenting && text[i] == '\t')
            {
                if (line == faultLine)
                    return new TextPosition(i, line, column);
                first ??= new TextPosition(i, line, column);
            }

            indenting &= text[i] is ' ' or '\t';
            column++;
        }

        return first is { } tab && (faultLine == 1 || tab.Line == faultLine + 1) ? first : null;
    }

    // The parser's own message is the fallback. Messages of other exceptions do not help the reader.
    private static string Sentence(Exception exception)
    {
        if (exception is not (YamlException or EndOfStreamException))
            return "The content at this position cannot be parsed.";

        // Some versions of the parser write "(Line: 1, Col: 2, Idx: 3) - (…): reason".
        var message = exception.Message;
        var start = message.StartsWith("(Line:", StringComparison.Ordinal) ? message.LastIndexOf("): ", StringComparison.Ordinal) : -1;
        var reason = start < 0 ? message : message.Substring(start + 3);
        return reason.EndsWith(".", StringComparison.Ordinal) ? reason : reason + ".";
    }
}
