using PageMessagesGen.Schema.Text;
using YamlDotNet.Core;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Finds the place of a syntax error, and plain words for it: the parser's own are about the parser.</summary>
internal static class YamlFault
{
    /// <summary>Gives place and reason of what stopped the parser.</summary>
    /// <param name="text">The text that was parsed.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="exception">What the parser threw.</param>
    /// <param name="place">Where it says that the fault is.</param>
    /// <param name="openBrackets">The brackets that were open by then, innermost first.</param>
    public static (TextRange Range, string Reason) Explain(
        string text, LineTable lines, Exception exception, long place, IEnumerable<long> openBrackets)
    {
        if (YamlEscapes.Explain(text, exception, place) is { } escape)
            return (CharacterAt(text, lines, escape.Place), escape.Reason);
        if (YamlReasons.OfSign(text, exception.Message, place) is { } sign)
            return (CharacterAt(text, lines, place), sign);

        // The parser complains about what follows; the mistake is the bracket, unless what follows is wrong by itself.
        foreach (var bracket in openBrackets)
        {
            return YamlReasons.InBrackets(text, place) is { } inside
                ? (CharacterAt(text, lines, place), inside)
                : (CharacterAt(text, lines, bracket), $"The '{text[(int)Math.Min(bracket, text.Length - 1)]}' is not closed properly.");
        }

        if (IndentingTab(text, lines.At(place).Line) is { } tab)
            return (CharacterAt(text, lines, tab.Index), "A tab indents this line; YAML wants blanks.");

        return (CharacterAt(text, lines, place), YamlReasons.OfLine(text, exception.Message, place) ?? Sentence(exception));
    }

    // One character, but no line break: a range that ends in the next line marks nothing that can be seen.
    private static TextRange CharacterAt(string text, LineTable lines, long index) =>
        lines.Range(index, index < text.Length && text[(int)index] is not ('\n' or '\r' or '\u0085' or '\u2028' or '\u2029') ? index + 1 : index);

    // The first tab in the white space before a line's text: the line of the fault, or failing that any line,
    // since the parser reports some tabs at the start of the file.
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

    // What the parser says is better than nothing, but what it ran into means nothing to a reader.
    private static string Sentence(Exception exception)
    {
        if (exception is not (YamlException or EndOfStreamException))
            return "Something here cannot be understood.";

        // "(Line: 1, Col: 2, Idx: 3) - (…): reason" in some versions of the parser.
        var message = exception.Message;
        var start = message.StartsWith("(Line:", StringComparison.Ordinal) ? message.LastIndexOf("): ", StringComparison.Ordinal) : -1;
        var reason = start < 0 ? message : message.Substring(start + 3);
        return reason.EndsWith(".", StringComparison.Ordinal) ? reason : reason + ".";
    }
}
