using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Editing;

/// <summary>Copies statements that are calls, such as <c>await client.SendAsync(…);</c>.</summary>
internal static class Statements
{
    /// <summary>Finds the statement that passes an object to a call; null if the result is used, or if the statement is not one of a list.</summary>
    public static StatementSyntax? CallWith(ExpressionSyntax creation)
    {
        foreach (var node in creation.Ancestors())
        {
            if (node is ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax, Expression: AwaitExpressionSyntax or InvocationExpressionSyntax } statement)
                return statement;
            if (node is StatementSyntax or AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax })
                return null;
        }

        return null;
    }

    /// <summary>Counts the calls in a statement, the statement itself included.</summary>
    public static int CountCalls(StatementSyntax statement, ExpressionSyntax except) => statement.DescendantNodes(node => node != except)
        .Count(node => node is InvocationExpressionSyntax { Expression: not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } });

    /// <summary>Gets the node of the list of statements.</summary>
    public static SyntaxNode InList(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;

    /// <summary>Ends a statement with its line, so that another one can follow.</summary>
    public static SyntaxNode WithLineEnd(SyntaxNode statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
        ? statement
        : statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(SyntaxFactory.LineFeed));

    /// <summary>Puts a copy of a statement on a line of its own. Comments before and after it stay with the first.</summary>
    public static SyntaxNode OnNextLine(SyntaxNode copy) => copy
        .WithLeadingTrivia(copy.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1))
        .WithTrailingTrivia(copy.GetTrailingTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.LineFeed));
}
