using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Editing;

/// <summary>
/// Changes what a creation sets. Comments, blanks and line ends stay as their author has them: the formatter is not asked.
/// </summary>
internal static class Initializers
{
    /// <summary>Tells whether a node sets members of an object: <c>new X { … }</c>, <c>new() { … }</c> or <c>x with { … }</c>.</summary>
    public static bool IsCreation(SyntaxNode node) => node is BaseObjectCreationExpressionSyntax or WithExpressionSyntax;

    /// <summary>Where a creation sets a member; null if it does not.</summary>
    public static AssignmentExpressionSyntax? AssignmentOf(ExpressionSyntax creation, string property)
    {
        foreach (var expression in InitializerOf(creation)?.Expressions ?? default)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment && name.Identifier.ValueText == property)
                return assignment;
        }

        return null;
    }

    /// <summary>Sets a member: its value is replaced, or it is added behind the others.</summary>
    public static ExpressionSyntax Set(ExpressionSyntax creation, string property, ExpressionSyntax value)
    {
        if (AssignmentOf(creation, property) is { } assignment)
            return creation.ReplaceNode(assignment.Right, value.WithTriviaFrom(assignment.Right));
        var added = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value.WithoutTrivia());
        return InitializerOf(creation) is { Expressions.Count: > 0 } initializer
            ? WithInitializer(creation, initializer.WithExpressions(Append(initializer.Expressions, added)))
            : WithInitializer(creation, OnOneLine(added, InitializerOf(creation)));
    }

    /// <summary>Sets members no more.</summary>
    public static ExpressionSyntax Remove(ExpressionSyntax creation, IReadOnlyCollection<string> properties)
    {
        foreach (var property in properties)
        {
            if (AssignmentOf(creation, property) is { } assignment && InitializerOf(creation) is { } initializer)
                creation = WithInitializer(creation, Without(initializer, initializer.Expressions.IndexOf(assignment)));
        }

        return creation;
    }

    private static InitializerExpressionSyntax? InitializerOf(ExpressionSyntax creation) => creation switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } when initializer.IsKind(SyntaxKind.ObjectInitializerExpression) => initializer,
        WithExpressionSyntax with => with.Initializer,
        _ => null,
    };

    private static ExpressionSyntax WithInitializer(ExpressionSyntax creation, InitializerExpressionSyntax initializer) => creation switch
    {
        WithExpressionSyntax with => with.WithInitializer(initializer),
        BaseObjectCreationExpressionSyntax { Initializer: not null } full => full.WithInitializer(initializer),
        ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } none } empty =>
            empty.WithArgumentList(null).WithType(empty.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(initializer.WithTrailingTrivia(none.GetTrailingTrivia())),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } called =>
            called.WithArgumentList(arguments.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(initializer.WithTrailingTrivia(arguments.GetTrailingTrivia())),
        _ => creation,
    };

    private static InitializerExpressionSyntax OnOneLine(ExpressionSyntax? member, InitializerExpressionSyntax? old)
    {
        var kind = old?.Kind() ?? SyntaxKind.ObjectInitializerExpression;
        var members = member is null ? default : SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space));
        var made = SyntaxFactory.InitializerExpression(
            kind,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space),
            members,
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
        return old is null ? made : made.WithTriviaFrom(old);
    }

    private static SeparatedSyntaxList<ExpressionSyntax> Append(SeparatedSyntaxList<ExpressionSyntax> members, ExpressionSyntax added)
    {
        var last = members[members.Count - 1];
        var end = members.SeparatorCount == members.Count ? members.GetSeparator(members.Count - 1).TrailingTrivia : last.GetTrailingTrivia();
        var hasComma = members.SeparatorCount == members.Count;
        var isOnOwnLine = EndsLine(last.GetFirstToken().GetPreviousToken().TrailingTrivia);
        var lineEnd = end.Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.ElasticLineFeed).First();

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken)
            .WithTrailingTrivia(!isOnOwnLine ? [SyntaxFactory.Space] : EndsLine(end) ? end : SyntaxFactory.TriviaList(lineEnd));
        var behind = isOnOwnLine && EndsLine(end) ? SyntaxFactory.TriviaList(lineEnd) : end;
        if (isOnOwnLine)
            added = added.WithLeadingTrivia(SyntaxFactory.TriviaList(last.GetLeadingTrivia().Reverse().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)));

        var all = members.GetWithSeparators();
        all = hasComma
            ? all.Replace(all[all.Count - 1], comma).Add(added).Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(behind))
            : all.Replace(last, last.WithoutTrailingTrivia()).Add(comma).Add(added.WithTrailingTrivia(behind));
        return SyntaxFactory.SeparatedList<ExpressionSyntax>(all);
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, int index)
    {
        var members = initializer.Expressions;
        if (members.Count == 1)
            return OnOneLine(null, initializer);
        var all = members.GetWithSeparators();
        var at = 2 * index;

        // With the comma behind it goes the rest of its line.
        if (at + 1 < all.Count)
            return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(all.RemoveAt(at + 1).RemoveAt(at)));

        // The one before becomes the last, and takes over how a last one ends.
        var before = members[index - 1];
        var comma = members.GetSeparator(index - 1);
        var end = EndsLine(comma.TrailingTrivia) ? comma.TrailingTrivia : members[index].GetTrailingTrivia();
        all = all.RemoveAt(at).RemoveAt(at - 1);
        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(all.Replace(before, before.WithTrailingTrivia(end))));
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);
}
