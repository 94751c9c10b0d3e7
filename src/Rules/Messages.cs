using System.Globalization;

namespace PageMessagesGen.Rules;

/// <summary>The messages of violations, for the build, the validator and the emulator alike.</summary>
internal static class Messages
{
    /// <summary>Describes a violation of a rule: what is demanded and when, then the reason.</summary>
    public static string Describe(Violation violation) => $"{DescribeDemand(violation)}. {violation.Rule.Reason}".TrimEnd();

    /// <summary>Describes what a rule demands and when, such as <c>'tag' is required when 'messaging_type' is MESSAGE_TAG</c>.</summary>
    public static string DescribeDemand(Violation violation)
    {
        var target = violation.Targets[0];
        var demand = violation.Kind switch
        {
            ViolationKind.Missing when target.Values.Count > 0 => $"'{target.Path}' is required, and must be {Or(target.Values)}",
            ViolationKind.Missing => $"'{target.Path}' is required",
            ViolationKind.Forbidden => $"'{target.Path}' must not be set",
            ViolationKind.WrongValue => $"'{target.Path}' must be {Or(target.Values)}",
            ViolationKind.NoneOf => $"One of {List(violation.Targets)} is required",
            ViolationKind.SeveralOf => $"Only one of {List(violation.Targets)} can be set",
            _ when violation.Rule.Kind == RuleKind.CountWhere => DescribeCount(target, violation.Limit!),
            _ => $"'{target.Path}' {Describe(violation.Limit!)}",
        };
        return demand + Circumstances(violation.Rule);
    }

    /// <summary>Describes a limit, to follow its subject: <c>must have at most 20 characters</c>.</summary>
    public static string Describe(Limit limit) => limit.Kind switch
    {
        LimitKind.MinCharacters => $"must have at least {Count(limit.Bound, "character")}",
        LimitKind.MaxCharacters => $"must have at most {Count(limit.Bound, "character")}",
        LimitKind.MinBytes => $"must have at least {Count(limit.Bound, "byte")} in UTF-8",
        LimitKind.MaxBytes => $"must have at most {Count(limit.Bound, "byte")} in UTF-8",
        LimitKind.MinCount => $"must have at least {Count(limit.Bound, "element")}",
        LimitKind.MaxCount => $"must have at most {Count(limit.Bound, "element")}",
        LimitKind.Min => $"must be at least {Number(limit.Number)}",
        LimitKind.Max => $"must be at most {Number(limit.Number)}",
        _ => $"must be {limit.Format!.Description}",
    };

    /// <summary>Describes the absence of a required value, to follow its subject.</summary>
    public const string Required = "is required.";

    /// <summary>Describes a null that the server refuses, to follow its subject.</summary>
    public const string Null = "must not be null.";

    /// <summary>Describes a name in a map that cannot be sent.</summary>
    public static string HalvedName => $"A name {Describe(Limit.Unicode)}.";

    /// <summary>Describes a value that an enum does not have, to follow its subject.</summary>
    public const string UndefinedValue = "has a value that its enum does not define.";

    /// <summary>Describes members that an object does not have.</summary>
    public static string UnknownMembers(IReadOnlyList<string> names) =>
        names.Count == 1 ? $"'{names[0]}' is not a member of this object." : $"{names.Count} members, such as '{names[0]}', are not members of this object.";

    /// <summary>Describes what a platform does not have, to follow its subject.</summary>
    public static string Unavailable(Availability availability, string platform) =>
        $"is not available on {platform}, only on {string.Join(" and ", availability.Platforms)}.";

    /// <summary>Describes a retirement, to follow its subject.</summary>
    public static string Retired(Retirement retirement)
    {
        var what = retirement switch
        {
            { IsRefusal: false } => "has been deprecated since",
            { Severity: RuleSeverity.Error } => "has been refused since",
            _ => "will be refused from",
        };
        return $"{what} {retirement.Since}. {retirement.Reason}".TrimEnd();
    }

    private static string DescribeCount(RuleTarget target, Limit limit)
    {
        var (quantity, verb) = limit.Kind == LimitKind.MaxCount ? ("At most", "can be") : ("At least", "must be");
        return $"{quantity} {Count(limit.Bound, "value")} of '{target.Path}' {verb} {(target.Values.Count == 0 ? "set" : Or(target.Values))}";
    }

    // A condition on the member itself need not be repeated.
    private static string Circumstances(Rule rule)
    {
        var conditions = rule.When.Where(condition => rule.Targets.All(target => target.Path != condition.Path)).Select(Describe).ToList();
        var when = conditions.Count == 0 ? "" : $" when {string.Join(" and ", conditions)}";
        return rule.Platforms.Count == 0 ? when : $"{when} on {string.Join(" and ", rule.Platforms)}";
    }

    private static string Describe(RuleCondition condition) => condition.Test switch
    {
        ConditionTest.Present => $"'{condition.Path}' is set",
        ConditionTest.Absent => $"'{condition.Path}' is not set",
        _ => $"'{condition.Path}' is {Or(condition.Values)}",
    };

    private static string Or(IEnumerable<string> values) => string.Join(" or ", values);

    private static string List(IReadOnlyList<RuleTarget> targets)
    {
        var names = targets.Select(target => $"'{target.Path}'").ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
    }

    private static string Count(long number, string unit) => $"{Number(number)} {unit}{(number == 1 ? "" : "s")}";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
