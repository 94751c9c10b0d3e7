using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Decides how to judge rules about how many of some members are present.</summary>
internal static class RuleChoices
{
    // Up to here, a condition for each pair of members is shorter than counting them.
    private const int MostInPairs = 3;

    /// <summary>Gives what breaks a rule, as plain conditions where those are shorter; else how to count.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="present">Whether each member is present; null where no C# object can have it.</param>
    /// <param name="absent">Whether each is absent.</param>
    public static (IReadOnlyList<BreachDraft> Breaches, RuleChoice? Choice) Of(Rule rule, IReadOnlyList<RuleTest?> present, IReadOnlyList<RuleTest?> absent)
    {
        var isFew = present.Count <= MostInPairs && !present.Any(t => t is { IsCall: true, IsTrue: false, IsFalse: false });
        if (rule.Kind != RuleKind.AtLeastOneOf && !isFew)
            return ([], new RuleChoice(rule.Kind.ToString(), present.Select(t => t?.Code ?? "false").ToEquatableArray()));
        var breaches = new List<BreachDraft>();
        if (rule.Kind != RuleKind.AtMostOneOf && None(rule, absent) is { } none)
            breaches.Add(none);
        if (rule.Kind != RuleKind.AtLeastOneOf)
            breaches.AddRange(Pairs(rule, present));
        return (breaches, null);
    }

    private static BreachDraft? None(Rule rule, IReadOnlyList<RuleTest?> absent)
    {
        if (absent.Any(t => t is { IsFalse: true }))
            return null;
        var demand = $"One of {string.Join(", ", rule.Targets.Select(t => t.Path))} is needed.";
        return Breach(absent, rule.Targets[0], demand);
    }

    // The pair whose members come first is reported: the first member that is present, and the next one.
    private static IEnumerable<BreachDraft> Pairs(Rule rule, IReadOnlyList<RuleTest?> present)
    {
        for (var first = 0; first < present.Count; first++)
        {
            for (var second = first + 1; second < present.Count; second++)
            {
                if (present[first] is null or { IsFalse: true } || present[second] is null or { IsFalse: true })
                    continue;
                var demand = $"Only one of {string.Join(", ", rule.Targets.Select(t => t.Path))} may be set, not {rule.Targets[first].Path} and {rule.Targets[second].Path}.";
                yield return Breach([present[first], present[second]], rule.Targets[second], demand);
            }
        }
    }

    private static BreachDraft Breach(IReadOnlyList<RuleTest?> tests, RuleTarget target, string demand) => new(
        [.. tests.OfType<RuleTest>().Where(t => !t.IsTrue)], CSharpText.Literal(target.Path.ToString()), CSharpText.Literal(demand));
}
