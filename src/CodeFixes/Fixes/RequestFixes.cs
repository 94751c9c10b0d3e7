using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>Applies the fix of the schema, adds the missing member, or removes the member that requires it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingMemberFix)), Shared]
public sealed class MissingMemberFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Require];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place)
    {
        var slots = place.Members.Select(place.Slot).ToList();
        var proposals = (place.Rule is { } rule ? CandidateFixes.Follow(place, rule) : [])
            .Concat(place.Triggers().SelectMany(CandidateFixes.Remove).Select(proposal => proposal with { IsForBatches = false }))
            .Concat(slots.OfType<MemberReference>().SelectMany(slot => CandidateFixes.SetToOneOf(place, slot, place.Values)));

        // What is missing in another object is content. The author decides whether to write it, or to do without what requires it.
        return slots.Contains(null) ? place.Triggers().SelectMany(trigger => Without(place, trigger)).Concat(proposals).Select(p => p with { IsForBatches = false }) : proposals;
    }

    private static List<CandidateFix> Without(FixTarget place, MemberReference trigger)
    {
        var proposals = CandidateFixes.DoWithout(place, trigger).ToList();
        return proposals.Count == 0 ? [] : [.. proposals, .. CandidateFixes.SetToOneEverywhere(place, trigger)];
    }
}

/// <summary>Removes a forbidden member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForbiddenMemberFix)), Shared]
public sealed class ForbiddenMemberFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Forbid];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place) =>
        Slots(place).SelectMany(CandidateFixes.Remove);
}

/// <summary>Sets a member to a valid value, removes it, or removes the member that forbids the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongValueFix)), Shared]
public sealed class WrongValueFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Allow];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place)
    {
        var slots = Slots(place).ToList();
        return slots.SelectMany(slot => place.Values.Count == 0 ? [] : CandidateFixes.SetToOneOf(place, slot, place.Values))
            .Concat(slots.SelectMany(CandidateFixes.Remove))
            .Concat(place.Triggers().SelectMany(CandidateFixes.Remove));
    }
}

/// <summary>Keeps one of several mutually exclusive members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExclusiveMembersFix)), Shared]
public sealed class ExclusiveMembersFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ExactlyOneOf, DiagnosticIds.AtMostOneOf];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place)
    {
        var set = Slots(place).Where(s => s.Assignment is not null && s.Creation == place.Creation).ToList();
        return set.Count < 2 ? [] : set.Select(kept => CandidateFixes.Keep(kept, [.. set.Where(s => s != kept)]));
    }
}

/// <summary>
/// Replaces a value that is refused, deprecated or not available on the platform with one that is available everywhere, or removes
/// the member.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnavailableFix)), Shared]
public sealed class UnavailableFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Retired, DiagnosticIds.Platform];

    private protected override IEnumerable<CandidateFix> Propose(FixTarget place)
    {
        foreach (var slot in Slots(place))
        {
            // What selects the shape of an object is not set. Without the object, it is gone.
            if (slot.Assignment is null)
            {
                foreach (var proposal in ElementFixes.Remove(place))
                    yield return proposal;
            }

            var followed = CandidateFixes.DoWithout(place, slot).ToList();
            foreach (var proposal in followed.Concat(CandidateFixes.SetToOneEverywhere(place, slot)))
                yield return proposal;

            // If a rule specifies how to do without the member, the author must decide whether to just remove it.
            foreach (var proposal in CandidateFixes.Remove(slot))
                yield return proposal with { IsForBatches = proposal.IsForBatches && followed.Count == 0 };
        }
    }
}
