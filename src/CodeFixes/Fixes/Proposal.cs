using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>A change that may put a request right. It is offered only once it is known to.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">What is equal for the same change at other places.</param>
/// <param name="Old">The creation to replace.</param>
/// <param name="New">What replaces it.</param>
internal sealed record Proposal(string Title, string Key, ExpressionSyntax Old, ExpressionSyntax New);
