namespace PageMessagesGen.Rules;

/// <summary>Evaluates the rules of an object.</summary>
/// <param name="domain">The values.</param>
internal readonly struct RuleEvaluator<TDomain, TValue>(TDomain domain)
    where TDomain : struct, IValueDomain<TValue>
{
    private readonly PathEvaluator<TDomain, TValue> _paths = new(domain);

    /// <summary>Finds out how an object violates a rule whatever its unknown parts are; null if it does not, or if that is not known.</summary>
    public Violation? FindViolation(TValue value, Rule rule)
    {
        return Hold(value, rule.When) ? FindUnmetDemand(value, rule) : null;
    }

    /// <summary>Determines whether all conditions hold, whatever the unknown parts of an object are.</summary>
    public bool Hold(TValue value, EquatableArray<RuleCondition> conditions)
    {
        foreach (var condition in conditions)
        {
            if (Holds(value, condition) != true)
                return false;
        }

        return true;
    }

    private Violation? FindUnmetDemand(TValue value, Rule rule)
    {
        if (rule.Kind is RuleKind.ExactlyOneOf or RuleKind.AtLeastOneOf or RuleKind.AtMostOneOf)
            return CountPresent(value, rule);
        foreach (var target in rule.Targets)
        {
            if (FindUnmetDemand(value, rule, target) is { } violation)
                return violation;
        }

        return null;
    }

    private bool? Holds(TValue value, RuleCondition condition) => condition.Test switch
    {
        ConditionTest.Present => !Any(value, condition.Path, PathQuestionKind.IsAbsent),
        ConditionTest.Absent => !Any(value, condition.Path, PathQuestionKind.IsPresent),
        _ => !Any(value, condition.Path, PathQuestionKind.IsMismatch, condition.Values),
    };

    private Violation? FindUnmetDemand(TValue value, Rule rule, RuleTarget target)
    {
        switch (rule.Kind)
        {
            case RuleKind.Require:
                if (Any(value, target.Path, PathQuestionKind.IsAbsent) == true)
                    return new Violation(rule, ViolationKind.Missing, [target]);
                return target.Values.Count > 0 && Any(value, target.Path, PathQuestionKind.IsMismatch, target.Values) == true
                    ? new Violation(rule, ViolationKind.WrongValue, [target])
                    : null;
            case RuleKind.Forbid:
                return Any(value, target.Path, PathQuestionKind.IsPresent) == true ? new Violation(rule, ViolationKind.Forbidden, [target]) : null;
            case RuleKind.Allow:
                return Any(value, target.Path, PathQuestionKind.IsOther, target.Values) == true ? new Violation(rule, ViolationKind.WrongValue, [target]) : null;
            case RuleKind.CountWhere:
                return FindWrongCount(value, rule, target);
            default:
                foreach (var limit in target.Limits)
                {
                    if (_paths.Any(value, target.Path, new PathQuestion(PathQuestionKind.IsExceeding, default, limit)) == true)
                        return new Violation(rule, ViolationKind.LimitExceeded, [target], limit);
                }

                return null;
        }
    }

    private Violation? FindWrongCount(TValue value, Rule rule, RuleTarget target)
    {
        var question = new PathQuestion(target.Values.Count == 0 ? PathQuestionKind.IsPresent : PathQuestionKind.IsMatch, target.Values);
        var (certain, possible) = _paths.Count(value, target.Path, question);
        foreach (var limit in target.Limits)
        {
            if (limit.IsExceededByCount(limit.Kind == LimitKind.MaxCount ? certain : possible))
                return new Violation(rule, ViolationKind.LimitExceeded, [target], limit);
        }

        return null;
    }

    private Violation? CountPresent(TValue value, Rule rule)
    {
        var (present, absent, count) = (0, 0, rule.Targets.Count);
        foreach (var target in rule.Targets)
        {
            var isPresent = Any(value, target.Path, PathQuestionKind.IsPresent);
            present += isPresent == true ? 1 : 0;
            absent += isPresent == false ? 1 : 0;
        }

        if (rule.Kind != RuleKind.AtMostOneOf && absent == count)
            return new Violation(rule, ViolationKind.NoneOf, [.. rule.Targets]);
        return rule.Kind != RuleKind.AtLeastOneOf && present > 1
            ? new Violation(rule, ViolationKind.SeveralOf, PresentTargets(value, rule))
            : null;
    }

    private RuleTarget[] PresentTargets(TValue value, Rule rule)
    {
        var present = new List<RuleTarget>();
        foreach (var target in rule.Targets)
        {
            if (Any(value, target.Path, PathQuestionKind.IsPresent) == true)
                present.Add(target);
        }

        return [.. present];
    }

    private bool? Any(TValue value, MemberPath path, PathQuestionKind kind, EquatableArray<string> values = default) =>
        _paths.Any(value, path, new PathQuestion(kind, values));
}
