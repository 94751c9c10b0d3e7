using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Diagnostics;

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

    /// <summary>
    /// Gets whether everything that is written stays: a member is added, an empty one is removed, or a text is written in another form.
    /// </summary>
    public bool KeepsEverything { get; init; }

    /// <summary>Gets whether the schema specifies the change for the rule.</summary>
    public bool IsOfSchema { get; init; }

    /// <summary>Gets the key by which editors find the same change elsewhere.</summary>
    public string EquivalenceKey => IsForBatches ? Key : OneByOne + Key;

    /// <summary>Gets the same change, with the condition for it in the title.</summary>
    public CandidateFix OnlyWhen(string condition) => this with { Title = $"{Title} (only when {condition})", IsForBatches = false, HasCondition = true };

    /// <summary>
    /// Gets the change for a diagnostic. What is only advised against, or will be refused later, still works, so an author decides whether it goes.
    /// </summary>
    public CandidateFix For(Diagnostic diagnostic)
    {
        var stillWorks = diagnostic.Severity < DiagnosticSeverity.Warning || (diagnostic.Id == DiagnosticIds.Retired && diagnostic.Severity < DiagnosticSeverity.Error);
        return stillWorks && !KeepsEverything ? this with { IsForBatches = false } : this;
    }

    /// <summary>Changes the file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="marks">What marks the changed code.</param>
    public Document Apply(Document document, params SyntaxAnnotation[] marks)
    {
        var root = Old.SyntaxTree.GetRoot();
        var replacement = New.WithAdditionalAnnotations(marks);
        return document.WithSyntaxRoot(Further.Count == 0 ? root.ReplaceNode(Old, replacement) : root.ReplaceNode(Old, [replacement, .. Further]));
    }

    /// <summary>
    /// Chooses the change that needs no author: the one that the schema specifies, the only one that keeps everything, or the only one.
    /// </summary>
    public static CandidateFix? Unambiguous(IReadOnlyList<CandidateFix> offers) =>
        offers.FirstOrDefault(o => o.IsForBatches && o.IsOfSchema)
        ?? Only([.. offers.Where(o => o.IsForBatches && o.KeepsEverything)])
        ?? (Only(offers) is { IsForBatches: true } only ? only : null);

    /// <summary>Determines whether the changes with a key can be applied to many places at once.</summary>
    public static bool AreForBatches(string? equivalenceKey) => equivalenceKey?.StartsWith(OneByOne, StringComparison.Ordinal) != true;

    private static CandidateFix? Only(IReadOnlyList<CandidateFix> offers) => offers.Count == 1 ? offers[0] : null;
}
