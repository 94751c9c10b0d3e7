using PageMessagesGen.Schema.Text;
using YamlDotNet.Core;

namespace PageMessagesGen.Schema.Yaml;

/// <summary>Finds the place of a syntax error, and plain words for it, where the parser's own are off.</summary>
internal static class YamlFault
{
    /// <summary>Gives place and reason of what stopped the parser.</summary>
    /// <param name="text">The text that was parsed.</param>
    /// <param name="exception">What the parser threw.</param>
    /// <param name="scanned">How far it had read.</param>
    /// <param name="openBrackets">The brackets that were open by then, innermost first.</param>
    public static (TextRange Range, string Reason) Explain(
        string text, Exception exception, TextPosition scanned, IEnumerable<TextPosition> openBrackets)
    {
        var place = exception is YamlException { Start.Line: > 0 } fault && fault.Start.Index <= text.Length
            ? new TextPosition((int)fault.Start.Index, (int)fault.Start.Line, (int)fault.Start.Column)
            : scanned;

        // The parser complains about what follows; the mistake is the bracket.
        foreach (var bracket in openBrackets)
            return (At(bracket), $"The '{text[Math.Min(bracket.Index, text.Length - 1)]}' is not closed properly.");

        if (IndentingTab(text, place.Line) is { } tab)
            return (At(tab), "A tab indents this line; YAML wants blanks.");

        return (At(place), Sentence(exception.Message));
    }

    /// <summary>The place behind the last character.</summary>
    public static TextPosition EndOf(string text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                (line, lineStart) = (line + 1, i + 1);
        }

        return new TextPosition(text.Length, line, text.Length - lineStart + 1);
    }

    private static TextRange At(TextPosition position) =>
        new(position, position with { Index = position.Index + 1, Column = position.Column + 1 });

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

    private static string Sentence(string message)
    {
        // "(Line: 1, Col: 2, Idx: 3) - (…): reason" in some versions of the parser.
        var start = message.StartsWith("(Line:", StringComparison.Ordinal) ? message.LastIndexOf("): ", StringComparison.Ordinal) : -1;
        var reason = start < 0 ? message : message.Substring(start + 3);
        return reason.EndsWith(".", StringComparison.Ordinal) ? reason : reason + ".";
    }
}
