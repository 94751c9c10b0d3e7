namespace PageMessagesGen.Rules;

/// <summary>
/// Decides for most rules, by the members alone that are set, that an object does not violate them. Members are bits; those
/// without a bit decide nothing.
/// </summary>
internal readonly struct RuleFilter
{
    private readonly ulong _needed;
    private readonly ulong _excluded;
    private readonly ulong _involved;
    private readonly bool _needsTwo;
    private readonly ulong _allSatisfy;
    private readonly ulong _anySatisfies;
    private readonly ulong _mentioned;

    /// <summary>Creates the filter of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="bitOf">Gets the bit of a member of the object; 0 if it has none.</param>
    public RuleFilter(Rule rule, Func<string, ulong> bitOf)
    {
        foreach (var condition in rule.When)
        {
            if (condition.Test != ConditionTest.Absent)
                _needed |= bitOf(condition.Path.First);
            else if (condition.Path.IsDirect)
                _excluded |= bitOf(condition.Path.First);
        }

        var mentioned = rule.When.Select(condition => bitOf(condition.Path.First)).Concat(rule.Targets.Select(target => bitOf(target.Path.First))).ToList();
        _mentioned = mentioned.Contains(0) ? ulong.MaxValue : mentioned.Aggregate(0UL, (mask, bit) => mask | bit);
        var bits = rule.Targets.Select(target => bitOf(target.Path.First)).ToList();
        var all = bits.Aggregate(0UL, (mask, bit) => mask | bit);
        var areDirect = rule.Targets.All(target => target.Path.IsDirect && target.Values.Count == 0) && !bits.Contains(0);
        switch (rule.Kind)
        {
            case RuleKind.Forbid or RuleKind.Allow or RuleKind.Limit or RuleKind.AtMostOneOf when !bits.Contains(0):
                _involved = all;
                _needsTwo = rule.Kind == RuleKind.AtMostOneOf && bits.Distinct().Count() == bits.Count;
                break;
            case RuleKind.CountWhere when !bits.Contains(0) && rule.Targets.All(target => target.Limits.All(limit => limit.Kind == LimitKind.MaxCount)):
                _involved = all;
                break;
            case RuleKind.Require when areDirect:
                _allSatisfy = all;
                break;
            case RuleKind.AtLeastOneOf:
                _anySatisfies = rule.Targets.Where(target => target.Path.IsDirect).Aggregate(0UL, (mask, target) => mask | bitOf(target.Path.First));
                break;
        }
    }

    /// <summary>Determines whether the rule mentions a member of some, or may.</summary>
    public bool Mentions(ulong members) => (members & _mentioned) != 0;

    /// <summary>Determines whether the rule need not be evaluated.</summary>
    /// <param name="possible">The members that may be set.</param>
    /// <param name="certain">The members that are set to something other than a list or JSON, which can be absent in part.</param>
    public bool IsMet(ulong possible, ulong certain)
    {
        if ((possible & _needed) != _needed || (certain & _excluded) != 0 || (certain & _anySatisfies) != 0)
            return true;
        var involved = possible & _involved;
        return (_involved != 0 && (involved == 0 || (_needsTwo && (involved & (involved - 1)) == 0)))
            || (_allSatisfy != 0 && (certain & _allSatisfy) == _allSatisfy);
    }
}
