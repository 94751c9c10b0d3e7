using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>
/// Fix All, and <c>dotnet format analyzers</c>, without what takes content away or needs a decision of the author: that is offered in the
/// editor, one by one.
/// </summary>
internal sealed class CarefulFixAll : FixAllProvider
{
    /// <summary>The only one.</summary>
    public static CarefulFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Proposal.AreForBatches(fixAllContext.CodeActionEquivalenceKey)
        ? await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext).ConfigureAwait(false)
        : null;
}
