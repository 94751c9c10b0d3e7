using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>Judges an object by the rules of its type.</summary>
internal static class RuleJudge
{
    /// <summary>Finds the rules that the object breaks in any case, each once.</summary>
    public static IEnumerable<Finding> Judge(ObjectValue value, IEnumerable<Rule> rules)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!found.Contains(rule.Name) && Applies(value, rule) == true && Broken(value, rule) is { } finding)
            {
                found.Add(rule.Name);
                yield return finding;
            }
        }
    }

    private static bool? Applies(ObjectValue value, Rule rule) => Truth.All(rule.When, condition => condition.Test switch
    {
        ConditionTest.Present => !PathJudge.AnyAbsent(value, condition.Path),
        ConditionTest.Absent => !PathJudge.AnyPresent(value, condition.Path),
        _ => PathJudge.All(value, condition.Path, place => ValueTests.IsOneOf(place, condition.Values)),
    });

    private static Finding? Broken(ObjectValue value, Rule rule) => rule.Kind switch
    {
        RuleKind.Require => rule.Targets.Select(target => BrokenRequire(value, rule, target)).FirstOrDefault(found => found is not null),
        RuleKind.Forbid => rule.Targets
            .Where(target => PathJudge.AnyPresent(value, target.Path) == true)
            .Select(target => Found(value, rule, DiagnosticIds.Forbid, $"'{target.Path}' must be left out", target, target.Path.First))
            .FirstOrDefault(),
        RuleKind.Allow => rule.Targets
            .Where(target => PathJudge.Any(value, target.Path, place => place.IsPresent & !ValueTests.IsOneOf(place, target.Values)) == true)
            .Select(target => Found(value, rule, DiagnosticIds.Allow, $"'{target.Path}' must be {Or(target.Values)}", target, target.Path.First))
            .FirstOrDefault(),
        RuleKind.Limit => rule.Targets.SelectMany(target => rule.Limits
                .Where(limit => IsBeyond(value, target.Path, limit) == true)
                .Select(limit => Found(value, rule, LimitText.Id(limit), $"'{target.Path}' must {LimitText.Describe(limit)}", target, target.Path.First)))
            .FirstOrDefault(),
        _ => BrokenChoice(value, rule),
    };

    private static Finding? BrokenRequire(ObjectValue value, Rule rule, Target target)
    {
        var isAbsent = PathJudge.AnyAbsent(value, target.Path);
        if (isAbsent == true)
        {
            var with = target.Values.IsEmpty ? "" : $", with {Or(target.Values)}";
            return Found(value, rule, DiagnosticIds.Require, $"'{target.Path}' is missing{with}", target, Trigger(value, rule), isMissing: true);
        }

        return !target.Values.IsEmpty && PathJudge.Any(value, target.Path, place => !ValueTests.IsOneOf(place, target.Values)) == true
            ? Found(value, rule, DiagnosticIds.Require, $"'{target.Path}' must be {Or(target.Values)}", target, Trigger(value, rule) ?? target.Path.First)
            : null;
    }

    private static Finding? BrokenChoice(ObjectValue value, Rule rule)
    {
        var id = rule.Kind switch
        {
            RuleKind.ExactlyOneOf => DiagnosticIds.ExactlyOneOf,
            RuleKind.AtLeastOneOf => DiagnosticIds.AtLeastOneOf,
            _ => DiagnosticIds.AtMostOneOf,
        };
        var presence = rule.Targets.Select(target => (Target: target, IsPresent: PathJudge.AnyPresent(value, target.Path))).ToList();
        var present = presence.Where(p => p.IsPresent == true).Select(p => p.Target).ToList();
        var all = new Target(new MemberPath([string.Join(",", rule.Targets.Select(target => target.Path))]), []);
        if (rule.Kind != RuleKind.AtMostOneOf && presence.TrueForAll(p => p.IsPresent == false))
            return Found(value, rule, id, $"One of {List(rule.Targets, "and")} is needed", all, Trigger(value, rule), isMissing: true);
        if (rule.Kind != RuleKind.AtLeastOneOf && present.Count > 1)
        {
            var several = new Target(new MemberPath([string.Join(",", present.Select(target => target.Path))]), []);
            return Found(value, rule, id, $"Only one of {List(present, "and")} may be set", several, present[1].Path.First);
        }

        return null;
    }

    // A count speaks of the list as a whole, a length or a form of each value.
    private static bool? IsBeyond(ObjectValue value, MemberPath path, Limit limit) => limit.Kind is LimitKind.MinCount or LimitKind.MaxCount
        ? PathJudge.AnyWhole(value, path, place => ValueTests.IsBeyond(place, limit))
        : PathJudge.Any(value, path, place => ValueTests.IsBeyond(place, limit));

    // The first member that is set and makes the rule apply.
    private static string? Trigger(ObjectValue value, Rule rule) => rule.When
        .Where(condition => condition.Test != ConditionTest.Absent)
        .Select(condition => condition.Path.First)
        .FirstOrDefault(value.Members.ContainsKey);

    private static Finding Found(ObjectValue value, Rule rule, string id, string demand, Target target, string? trigger, bool isMissing = false) => new(
        id,
        rule.Name,
        rule.Severity,
        demand + Circumstances(rule),
        rule.Because,
        target.Path.ToString(),
        string.Join(",", target.Values),
        trigger is not null && value.Members.ContainsKey(trigger) ? trigger : null,
        isMissing,
        [.. rule.When.Select(condition => condition.Path.First), .. rule.Targets.Select(t => t.Path.First)]);

    private static string Circumstances(Rule rule)
    {
        var where = rule.When.Select(condition => condition.Test switch
        {
            ConditionTest.Present => $"'{condition.Path}' is set",
            ConditionTest.Absent => $"'{condition.Path}' is not set",
            _ => $"'{condition.Path}' is {Or(condition.Values)}",
        }).ToList();
        var when = where.Count == 0 ? "" : $" where {string.Join(" and ", where)}";
        return rule.Platforms.IsEmpty ? when : $"{when} on {string.Join(" and ", rule.Platforms)}";
    }

    private static string Or(IReadOnlyList<string> values) => string.Join(" or ", values);

    private static string List(IReadOnlyList<Target> targets, string word)
    {
        var names = targets.Select(target => $"'{target.Path}'").ToList();
        return $"{string.Join(", ", names.Take(names.Count - 1))} {word} {names[names.Count - 1]}";
    }
}
