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
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixTarget.Find(model, root, diagnostic) is not { } place)
                continue;
            var trial = new FixVerifier(context.Document, root, diagnostic);

            // Fixes from the command line apply the first change, so those for batches come first and those with a condition last.
            foreach (var proposal in Propose(place).OrderByDescending(p => p.IsForBatches).ThenBy(p => p.HasCondition))
            {
                if (await trial.HelpsAsync(proposal, cancellation).ConfigureAwait(false))
                    context.RegisterCodeFix(CodeAction.Create(proposal.Title, _ => Task.FromResult(trial.Apply(proposal)), proposal.EquivalenceKey), diagnostic);
            }
        }
    }

    /// <summary>Proposes changes, the likeliest first.</summary>
    private protected abstract IEnumerable<CandidateFix> Propose(FixTarget place);

    /// <summary>Gets the members of the diagnostic that belong to what is created here.</summary>
    private protected static IEnumerable<MemberReference> Slots(FixTarget place) => place.Members.Select(place.Slot).OfType<MemberReference>();
}
