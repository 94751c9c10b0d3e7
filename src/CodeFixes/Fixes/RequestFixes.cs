using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.CodeFixes.Requests;

namespace PageMessagesGen.CodeFixes.Fixes;

/// <summary>Does what the schema says, adds what is missing, or takes out what asks for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingMemberFix)), Shared]
public sealed class MissingMemberFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Require];

    private protected override IEnumerable<Proposal> Propose(RequestPlace place) =>
        (place.Rule is { } rule ? Proposals.Follow(place, rule) : [])
            .Concat(place.Triggers().SelectMany(Proposals.Remove))
            .Concat(place.Members.Select(place.Slot).OfType<MemberSlot>().SelectMany(slot => Proposals.SetToOneOf(place, slot, place.Values)));
}

/// <summary>Takes out what must be left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForbiddenMemberFix)), Shared]
public sealed class ForbiddenMemberFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Forbid];

    private protected override IEnumerable<Proposal> Propose(RequestPlace place) =>
        place.Members.Select(place.Slot).OfType<MemberSlot>().SelectMany(Proposals.Remove);
}

/// <summary>Gives a member a value that it may have, or takes it out, or takes out what forbids the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongValueFix)), Shared]
public sealed class WrongValueFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Allow];

    private protected override IEnumerable<Proposal> Propose(RequestPlace place)
    {
        var slots = place.Members.Select(place.Slot).OfType<MemberSlot>().ToList();
        return slots.SelectMany(slot => place.Values.Count == 0 ? [] : Proposals.SetToOneOf(place, slot, place.Values))
            .Concat(slots.SelectMany(Proposals.Remove))
            .Concat(place.Triggers().SelectMany(Proposals.Remove));
    }
}

/// <summary>Keeps one of the members that exclude each other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExclusiveMembersFix)), Shared]
public sealed class ExclusiveMembersFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ExactlyOneOf, DiagnosticIds.AtMostOneOf];

    private protected override IEnumerable<Proposal> Propose(RequestPlace place)
    {
        var set = place.Members.Select(place.Slot).OfType<MemberSlot>().Where(s => s.Assignment is not null && s.Creation == place.Creation).ToList();
        return set.Count < 2 ? [] : set.Select(kept => Proposals.Keep(kept, [.. set.Where(s => s != kept)]));
    }
}

/// <summary>Replaces a value that is refused, deprecated or missing on the platform by one that is good everywhere, or takes out the member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnavailableFix)), Shared]
public sealed class UnavailableFix : RequestFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Retired, DiagnosticIds.Platform];

    private protected override IEnumerable<Proposal> Propose(RequestPlace place)
    {
        foreach (var slot in place.Members.Select(place.Slot).OfType<MemberSlot>())
        {
            var followed = new List<Proposal>();
            if (WireNames.ValuesInUse(slot.Property.Type) is { } values && slot.Assignment is { } assignment)
            {
                // What comes from elsewhere is put right there.
                if (place.Model.GetSymbolInfo(assignment.Right).Symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum })
                {
                    // Another member may need it; the rule that says so can say how to do without.
                    followed.AddRange(place.RulesThatRequire(slot).SelectMany(rule => Proposals.Follow(place, rule, slot)));
                    foreach (var proposal in followed.Concat(Proposals.SetToOneOf(place, slot, [.. values.Where(WireNames.IsEverywhere)])))
                        yield return proposal;
                }
            }

            // Where a rule says how to do without the member, whether it can simply be left out is for the author to say.
            foreach (var proposal in Proposals.Remove(slot))
                yield return proposal with { IsForBatches = proposal.IsForBatches && followed.Count == 0 };
        }
    }
}
