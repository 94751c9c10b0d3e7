using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.CodeFixes.Checking;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>A fix for a request that violates a rule. Each proposed change is tested, and offered if it helps.</summary>
public abstract class RequestFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => CarefulFixAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await FindAsync(context.Document, diagnostic, _ => true, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(offer.Apply(context.Document)), offer.EquivalenceKey), diagnostic);
        }
    }

    /// <summary>Finds the changes that fix a diagnostic.</summary>
    /// <param name="document">The file.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="isWanted">Which changes to test; the others are not returned.</param>
    /// <param name="cancellation">Cancels the search.</param>
    internal async Task<IReadOnlyList<CandidateFix>> FindAsync(Document document, Diagnostic diagnostic, Func<CandidateFix, bool> isWanted, CancellationToken cancellation)
    {
        var offers = new List<CandidateFix>();
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || FixTarget.Find(model, root, diagnostic) is not { } place)
        {
            return offers;
        }

        // The likeliest is the first in the menu of an editor, so those for batches come first and those with a condition last.
        var verifier = new FixVerifier(document, diagnostic);
        foreach (var proposal in Propose(place).Select(p => p.For(diagnostic)).Where(isWanted).OrderByDescending(p => p.IsForBatches).ThenBy(p => p.HasCondition))
        {
            if (await verifier.HelpsAsync(proposal, cancellation).ConfigureAwait(false))
                offers.Add(proposal);
        }

        return offers;
    }

    /// <summary>Proposes changes, the likeliest first.</summary>
    private protected abstract IEnumerable<CandidateFix> Propose(FixTarget place);

    /// <summary>Gets the members of the diagnostic that belong to what is created here.</summary>
    private protected static IEnumerable<MemberReference> Slots(FixTarget place) => place.Members.Select(place.Slot).OfType<MemberReference>();
}
