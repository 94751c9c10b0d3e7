using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PageMessagesGen.CodeFixes.Editing;

/// <summary>
/// Changes lists with commas. Comments, white space and line ends are preserved, because the formatter is not used.
/// </summary>
internal static class SeparatedLists
{
    /// <summary>Adds a node after the last one.</summary>
    public static SeparatedSyntaxList<T> Append<T>(SeparatedSyntaxList<T> nodes, T added)
        where T : SyntaxNode
    {
        var last = nodes[nodes.Count - 1];
        var hasComma = nodes.SeparatorCount == nodes.Count;
        var end = hasComma ? nodes.GetSeparator(nodes.Count - 1).TrailingTrivia : last.GetTrailingTrivia();
        var isOnOwnLine = IsOnOwnLine(last);
        var lineEnd = end.Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.LineFeed).First();

        // The trivia after the last node stays there. The added node gets a line end of its own.
        SyntaxTriviaList between = !isOnOwnLine ? [SyntaxFactory.Space] : EndsLine(end) ? end : [lineEnd];
        SyntaxTriviaList behind = isOnOwnLine && EndsLine(end) ? [lineEnd] : end;
        if (isOnOwnLine)
            added = added.WithLeadingTrivia(Indentation(last));

        var all = nodes.GetWithSeparators().Take(2 * nodes.Count - 2).ToList();
        all.Add(hasComma ? last : last.WithTrailingTrivia(SyntaxFactory.TriviaList()));
        all.Add(Token(SyntaxKind.CommaToken, between));
        all.Add(hasComma ? added : added.WithTrailingTrivia(behind));
        if (hasComma)
            all.Add(Token(SyntaxKind.CommaToken, behind));
        return SyntaxFactory.SeparatedList<T>(all);
    }

    /// <summary>Adds a node after another one.</summary>
    public static SeparatedSyntaxList<T> InsertAfter<T>(SeparatedSyntaxList<T> nodes, int index, T added)
        where T : SyntaxNode
    {
        if (index == nodes.Count - 1)
            return Append(nodes, added);
        var lineEnd = nodes.GetSeparator(index).TrailingTrivia.Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.Space).First();
        var all = nodes.GetWithSeparators().ToList();
        all.InsertRange(
            2 * index + 2, [added.WithLeadingTrivia(Indentation(nodes[index])).WithTrailingTrivia(SyntaxFactory.TriviaList()), Token(SyntaxKind.CommaToken, [lineEnd])]);
        return SyntaxFactory.SeparatedList<T>(all);
    }

    /// <summary>Removes a node.</summary>
    public static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> nodes, int index)
        where T : SyntaxNode
    {
        var all = nodes.GetWithSeparators().ToList();
        var at = 2 * index;

        // The rest of the line is removed with the comma.
        if (at + 1 < all.Count)
        {
            all.RemoveRange(at, 2);
        }
        else if (index == 0)
        {
            all.Clear();
        }
        else
        {
            // The previous node becomes the last one and gets its line end.
            var comma = nodes.GetSeparator(index - 1);
            all.RemoveRange(at - 2, 3);
            all.Add(nodes[index - 1].WithTrailingTrivia(EndsLine(comma.TrailingTrivia) ? comma.TrailingTrivia : nodes[index].GetTrailingTrivia()));
        }

        return SyntaxFactory.SeparatedList<T>(all);
    }

    /// <summary>Creates a token without elastic trivia, which the formatter would adjust.</summary>
    public static SyntaxToken Token(SyntaxKind kind, SyntaxTriviaList behind) => SyntaxFactory.Token(SyntaxFactory.TriviaList(), kind, behind);

    private static bool IsOnOwnLine(SyntaxNode node) => EndsLine(node.GetFirstToken().GetPreviousToken().TrailingTrivia);

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Reverse().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);
}
