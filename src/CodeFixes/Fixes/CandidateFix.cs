using Microsoft.CodeAnalysis;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>A change that may fix a request. It is offered only if it is known to.</summary>
/// <param name="Title">The title in the editor.</param>
/// <param name="Key">The key, which is equal for the same change at other places.</param>
/// <param name="Old">The code to replace.</param>
/// <param name="New">What replaces it.</param>
/// <param name="IsForBatches">
/// Whether it can be applied to many places at once without review: it removes no content and involves no decision of the author.
/// </param>
/// <param name="HasCondition">Whether it is correct only under a condition, which the title contains.</param>
internal sealed record CandidateFix(string Title, string Key, SyntaxNode Old, SyntaxNode New, bool IsForBatches, bool HasCondition = false)
{
    private const string OneByOne = "one by one: ";

    /// <summary>Gets the statements that follow what replaces a statement.</summary>
    public IReadOnlyList<SyntaxNode> Further { get; init; } = [];

    /// <summary>Gets the key by which editors find the same change elsewhere.</summary>
    public string EquivalenceKey => IsForBatches ? Key : OneByOne + Key;

    /// <summary>Gets the same change, with the condition for it in the title.</summary>
    public CandidateFix OnlyWhen(string condition) => this with { Title = $"{Title} (only when {condition})", IsForBatches = false, HasCondition = true };

    /// <summary>Determines whether the changes with a key can be applied to many places at once.</summary>
    public static bool AreForBatches(string? equivalenceKey) => equivalenceKey?.StartsWith(OneByOne, StringComparison.Ordinal) != true;
}
