namespace PageMessagesGen.Analyzers.Rules;

/// <summary>
/// The members that a rule looks at, as a set of bits. Most rules speak of members that an object does not set, and that is
/// seen at once: a type can have dozens of rules, and each is asked of each object that is made.
/// </summary>
/// <param name="Needed">The members without which the conditions do not hold.</param>
/// <param name="Targets">The members of which it speaks.</param>
/// <param name="IsDirect">Whether it speaks of these members themselves, and not of what is in them.</param>
internal readonly record struct RuleReach(ulong Needed, ulong Targets, bool IsDirect)
{
    /// <summary>Finds the members of a rule, by their numbers in the type.</summary>
    public static RuleReach Of(Rule rule, IReadOnlyDictionary<string, MemberRules> members) => new(
        Bits(rule.When.Where(condition => condition.Test != ConditionTest.Absent).Select(condition => condition.Path), members),
        Bits(rule.Targets.Select(target => target.Path), members),
        rule.Targets.All(target => target.Path.Names.Length == 1 && target.Values.IsEmpty));

    /// <summary>Whether an object surely does not break the rule.</summary>
    /// <param name="kind">What the rule demands.</param>
    /// <param name="set">The members that the object sets.</param>
    /// <param name="present">Those of them that are surely there.</param>
    public bool IsOutOfQuestion(RuleKind kind, ulong set, ulong present) => (set & Needed) != Needed || kind switch
    {
        RuleKind.Require => IsDirect && (present & Targets) == Targets,
        RuleKind.AtLeastOneOf => IsDirect && (present & Targets) != 0,
        RuleKind.ExactlyOneOf => false,
        RuleKind.AtMostOneOf => IsDirect && IsOneAtMost(set & Targets),
        _ => (set & Targets) == 0,
    };

    private static bool IsOneAtMost(ulong bits) => (bits & (bits - 1)) == 0;

    private static ulong Bits(IEnumerable<MemberPath> paths, IReadOnlyDictionary<string, MemberRules> members) =>
        paths.Aggregate(0UL, (bits, path) => members.TryGetValue(path.First, out var member) ? bits | member.Bit : bits);
}
