using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>
/// Provides Fix All, and <c>dotnet format analyzers</c>, without changes that remove content or require a decision of the author.
/// The editor offers these one by one.
/// </summary>
internal sealed class CarefulFixAll : FixAllProvider
{
    /// <summary>Gets the only instance.</summary>
    public static CarefulFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => CandidateFix.AreForBatches(fixAllContext.CodeActionEquivalenceKey)
        ? await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext).ConfigureAwait(false)
        : null;
}
