using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.CodeFixes.Editing;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>Shortens a text that is too long to its first words, or removes one that is empty.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LengthFix)), Shared]
public sealed class LengthFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Length];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place) => Slots(place).SelectMany(slot => TextFixes.Limit(place, slot));
}

/// <summary>Moves or removes the elements that are too many, or removes an empty list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountFix)), Shared]
public sealed class CountFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Count];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place)
    {
        foreach (var slot in Slots(place))
        {
            var limits = place.LimitsOf(slot);
            if (slot.Assignment is { Right: { } right } && Lists.Find(right) is { } list && Lists.Count(list) == 0 && limits.Any(l => l.IsExceededByCount(0)))
            {
                foreach (var proposal in CandidateFixes.Remove(slot))
                    yield return proposal;
            }

            foreach (var most in limits.Where(l => l.Kind == LimitKind.MaxCount).Select(l => (int)Math.Min(l.Bound, int.MaxValue)).OrderBy(bound => bound).Take(1))
            {
                foreach (var proposal in ElementFixes.Limit(place, slot, most))
                    yield return proposal;
            }
        }
    }
}

/// <summary>Corrects the format of a text if the correct one is certain, or removes the member that requires the format.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FormatFix)), Shared]
public sealed class FormatFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Format];

    // A flag that requires the format may be what the author wants to keep.
    private protected override IEnumerable<CandidateFix> Propose(FixTarget place) => Slots(place).SelectMany(slot => TextFixes.Correct(place, slot))
        .Concat(place.Triggers().SelectMany(CandidateFixes.Remove).Select(proposal => proposal with { IsForBatches = false }));
}
