using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>A change that may put a request right. It is offered only once it is known to.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">What is equal for the same change at other places.</param>
/// <param name="Old">The creation to replace.</param>
/// <param name="New">What replaces it.</param>
/// <param name="IsForBatches">
/// Whether it may be applied to many places at once, unseen: it takes no content away, and there is no choice that only the author can make.
/// </param>
/// <param name="HasCondition">Whether it is right under a condition only, which the title names.</param>
internal sealed record Proposal(string Title, string Key, ExpressionSyntax Old, ExpressionSyntax New, bool IsForBatches, bool HasCondition = false)
{
    private const string OneByOne = "one by one: ";

    /// <summary>The key by which editors find the same change elsewhere.</summary>
    public string EquivalenceKey => IsForBatches ? Key : OneByOne + Key;

    /// <summary>Gets the same change, named with the condition under which alone it is right.</summary>
    public Proposal OnlyWhen(string condition) => this with { Title = $"{Title} (only when {condition})", IsForBatches = false, HasCondition = true };

    /// <summary>Determines whether the changes with a key may be applied to many places at once.</summary>
    public static bool AreForBatches(string? equivalenceKey) => equivalenceKey?.StartsWith(OneByOne, StringComparison.Ordinal) != true;
}
