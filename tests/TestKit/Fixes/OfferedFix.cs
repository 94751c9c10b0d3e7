using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PageMessagesGen.TestKit.Fixes;

/// <summary>A fix as an editor shows it.</summary>
/// <param name="Provider">Who offers it.</param>
/// <param name="Action">What it does.</param>
public sealed record OfferedFix(CodeFixProvider Provider, CodeAction Action)
{
    /// <summary>What the editor shows.</summary>
    public string Title => Action.Title;

    /// <summary>What is equal for the same fix at other places.</summary>
    public string Key => Action.EquivalenceKey ?? throw new InvalidOperationException($"The fix '{Title}' has no equivalence key.");
}
