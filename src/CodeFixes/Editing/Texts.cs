using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Editing;

/// <summary>Changes strings that are written in the code.</summary>
internal static class Texts
{
    private const string Ellipsis = "…";
    private const string Http = "http://";
    private const string Https = "https://";

    /// <summary>Determines whether an expression consists of string literals alone, so that another literal can replace it without a loss.</summary>
    public static bool IsWrittenOut(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        ParenthesizedExpressionSyntax { Expression: { } inner } => IsWrittenOut(inner),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => !HasComments(sum) && IsWrittenOut(sum.Left) && IsWrittenOut(sum.Right),
        _ => false,
    };

    /// <summary>Replaces an expression with a string literal.</summary>
    public static ExpressionSyntax Literal(ExpressionSyntax old, string text) =>
        SyntaxFactory.ParseExpression(SymbolDisplay.FormatLiteral(text, quote: true)).WithTriviaFrom(old);

    /// <summary>Makes an http URL an https URL, in literals of every kind; null if the expression does not begin with <c>http://</c>.</summary>
    public static ExpressionSyntax? WithHttps(ExpressionSyntax expression)
    {
        var first = First(expression);
        var token = first is InterpolatedStringExpressionSyntax { Contents: { Count: > 0 } contents } ? contents[0].GetFirstToken() : first.GetFirstToken();
        var start = token.Text.IndexOf(Http, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || !token.ValueText.StartsWith(Http, StringComparison.OrdinalIgnoreCase))
            return null;
        var (code, colon) = (expression.ToString(), token.SpanStart - expression.SpanStart + start + Http.IndexOf(':'));
        return SyntaxFactory.ParseExpression(code.Insert(colon, char.IsUpper(code[colon - 1]) ? "S" : "s")).WithTriviaFrom(expression);
    }

    /// <summary>Shortens a text to its first words within all limits; null if it has no words, or if the first is too long.</summary>
    public static string? Shorten(string text, IReadOnlyList<Limit> limits)
    {
        // What begins with a brace is JSON, which is worthless without its end.
        if (text.TrimStart() is not { Length: > 0 } start || start[0] is '{' or '[')
            return null;

        // A character has at most two chars, so no candidate is longer than that.
        for (var end = (int)Math.Min(text.Length - 1, 2 * limits.Min(l => l.Bound)); end > 0; end--)
        {
            if (!char.IsWhiteSpace(text[end]) || text.Substring(0, end).TrimEnd(' ', '\n', '\r', '\t', ',', ';', ':', '.', '-', '–') is not { Length: > 0 } words)
                continue;
            if (limits.All(limit => !limit.IsExceededBy(words + Ellipsis)))
                return words + Ellipsis;
        }

        return null;
    }

    /// <summary>Corrects the format of a text; null if only the author can.</summary>
    /// <returns>The correct text, and whether it surely means the same.</returns>
    public static (string Text, bool IsSame)? Correct(string text, StringFormat format)
    {
        var (corrected, isSame) = format.Name switch
        {
            "currency" => (text.Trim().ToUpperInvariant(), true),
            // In +49 (0)30, the zero is not part of the number.
            "phone-number" when text.IndexOf("(0)", StringComparison.Ordinal) < 0 => (new string([.. text.Where(c => !IsSeparator(c))]), true),
            "url" or "https-url" when IsAddress(text) => (Https + text, false),
            _ => (text, false),
        };
        return corrected != text && format.Matches(corrected) ? (corrected, isSame) : null;
    }

    /// <summary>Determines whether an http URL names no port. One that does would need another port for https.</summary>
    public static bool HasNoPort(string url) => url.Substring(Http.Length).Split('/', '?', '#')[0].IndexOf(':') < 0;

    private static ExpressionSyntax First(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => First(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => First(sum.Left),
        _ => expression,
    };

    // A host with a dot, as in www.example.com/menu. Anything else may be a path or a name.
    private static bool IsAddress(string text)
    {
        var host = text.Split('/', '?', '#')[0];
        return host.IndexOf('.') > 0 && StringFormats.IsHost(host);
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')' or '/' or '\u00A0' or '\u2011';

    private static bool HasComments(SyntaxNode node) => node.DescendantTrivia().Any(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
}
