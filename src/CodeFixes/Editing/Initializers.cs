using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Editing;

/// <summary>
/// Changes the members that a creation sets. Comments, white space and line ends are preserved, because the formatter is not used.
/// </summary>
internal static class Initializers
{
    /// <summary>
    /// Determines whether a node sets members of an object: <c>new X { … }</c>, <c>new() { … }</c> or <c>x with { … }</c>.
    /// </summary>
    public static bool IsCreation(SyntaxNode node) => node is BaseObjectCreationExpressionSyntax or WithExpressionSyntax;

    /// <summary>Gets the assignment of a member in a creation; null if it is not set.</summary>
    public static AssignmentExpressionSyntax? AssignmentOf(ExpressionSyntax creation, string property)
    {
        foreach (var expression in InitializerOf(creation)?.Expressions ?? default)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment && name.Identifier.ValueText == property)
                return assignment;
        }

        return null;
    }

    /// <summary>Sets a member: replaces its value, or adds it after the others.</summary>
    public static ExpressionSyntax Set(ExpressionSyntax creation, string property, string value)
    {
        if (AssignmentOf(creation, property) is { } assignment)
            return creation.ReplaceNode(assignment.Right, SyntaxFactory.ParseExpression(value).WithTriviaFrom(assignment.Right));
        var added = SyntaxFactory.ParseExpression($"{property} = {value}");
        return InitializerOf(creation) is { Expressions.Count: > 0 } initializer
            ? WithInitializer(creation, initializer.WithExpressions(SeparatedLists.Append(initializer.Expressions, added)))
            : WithInitializer(creation, OnOneLine(added, InitializerOf(creation)));
    }

    /// <summary>Removes the assignments of members.</summary>
    public static ExpressionSyntax Remove(ExpressionSyntax creation, IReadOnlyCollection<string> properties)
    {
        foreach (var property in properties)
        {
            if (AssignmentOf(creation, property) is { } assignment && InitializerOf(creation) is { } initializer)
                creation = WithInitializer(creation, initializer.WithExpressions(SeparatedLists.Without(initializer.Expressions, initializer.Expressions.IndexOf(assignment))));
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

    private static InitializerExpressionSyntax OnOneLine(ExpressionSyntax member, InitializerExpressionSyntax? old)
    {
        var made = SyntaxFactory.InitializerExpression(
            old?.Kind() ?? SyntaxKind.ObjectInitializerExpression,
            SeparatedLists.Token(SyntaxKind.OpenBraceToken, [SyntaxFactory.Space]),
            SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space)),
            SeparatedLists.Token(SyntaxKind.CloseBraceToken, []));
        return old is null ? made : made.WithTriviaFrom(old);
    }
}
