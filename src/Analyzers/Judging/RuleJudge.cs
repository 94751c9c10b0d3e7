using System.Collections.Immutable;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>Judges an object by the rules of its type.</summary>
internal static class RuleJudge
{
    /// <summary>Adds the rules that the object breaks in any case, each once.</summary>
    /// <param name="value">The object.</param>
    /// <param name="rules">The rules of its type.</param>
    /// <param name="touched">The members of which a rule must speak to be judged; null for all rules.</param>
    /// <param name="findings">What is found, and was found before.</param>
    public static void Judge(ObjectValue value, ImmutableArray<Rule> rules, ICollection<string>? touched, ref List<Finding>? findings)
    {
        string? last = null;
        foreach (var rule in rules)
        {
            // A limit on several members is several attributes in a row.
            if (rule.Name != last && (touched is null || Touches(rule, touched)) && !IsKept(value, rule) && Applies(value, rule) == true && Broken(value, rule) is { } finding)
            {
                last = rule.Name;
                (findings ??= []).Add(finding);
            }
        }
    }

    // Most rules speak of members that are not set, and to see that takes no evaluation.
    private static bool IsKept(ObjectValue value, Rule rule)
    {
        if (value.IsOpen)
            return false;
        foreach (var condition in rule.When)
        {
            if (condition.Test != ConditionTest.Absent && !value.Members.ContainsKey(condition.Path.First))
                return true;
        }

        var most = rule.Kind switch
        {
            RuleKind.Forbid or RuleKind.Allow or RuleKind.Limit => 0,
            RuleKind.AtMostOneOf => 1,
            _ => -1,
        };
        return most >= 0 && CountSet(value, rule.Targets) <= most;
    }

    private static int CountSet(ObjectValue value, ImmutableArray<Target> targets)
    {
        var count = 0;
        foreach (var target in targets)
        {
            if (value.Members.ContainsKey(target.Path.First))
                count++;
        }

        return count;
    }

    private static bool Touches(Rule rule, ICollection<string> members)
    {
        foreach (var condition in rule.When)
        {
            if (members.Contains(condition.Path.First))
                return true;
        }

        foreach (var target in rule.Targets)
        {
            if (members.Contains(target.Path.First))
                return true;
        }

        return false;
    }

    private static bool? Applies(ObjectValue value, Rule rule)
    {
        bool? applies = true;
        foreach (var condition in rule.When)
        {
            var holds = Holds(value, condition);
            if (holds == false)
                return false;
            applies &= holds;
        }

        return applies;
    }

    private static bool? Holds(ObjectValue value, Condition condition) => condition.Test switch
    {
        ConditionTest.Present => !PathJudge.AnyAbsent(value, condition.Path),
        ConditionTest.Absent => !PathJudge.AnyPresent(value, condition.Path),
        _ => PathJudge.All(value, condition.Path, place => ValueTests.IsOneOf(place, condition.Values)),
    };

    private static Finding? Broken(ObjectValue value, Rule rule) => rule.Kind switch
    {
        RuleKind.Require => BrokenRequire(value, rule),
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

    private static Finding? BrokenRequire(ObjectValue value, Rule rule)
    {
        foreach (var target in rule.Targets)
        {
            if (BrokenRequire(value, rule, target) is { } finding)
                return finding;
        }

        return null;
    }

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
        var (present, mayBePresent) = (0, 0);
        foreach (var target in rule.Targets)
        {
            var isPresent = PathJudge.AnyPresent(value, target.Path);
            present += isPresent == true ? 1 : 0;
            mayBePresent += isPresent == false ? 0 : 1;
        }

        if (rule.Kind != RuleKind.AtMostOneOf && mayBePresent == 0)
            return Found(value, rule, id, $"One of {List(rule.Targets, "and")} is needed", Together(rule.Targets), Trigger(value, rule), isMissing: true);
        if (rule.Kind != RuleKind.AtLeastOneOf && present > 1)
        {
            var several = rule.Targets.Where(target => PathJudge.AnyPresent(value, target.Path) == true).ToList();
            return Found(value, rule, id, $"Only one of {List(several, "and")} may be set", Together(several), several[1].Path.First);
        }

        return null;
    }

    private static Target Together(IEnumerable<Target> targets) => new(new MemberPath([string.Join(",", targets.Select(target => target.Path))]), []);

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
        // What the demand is about need not be said again.
        var others = rule.When.Where(condition => rule.Targets.All(target => target.Path.ToString() != condition.Path.ToString()));
        var where = others.Select(condition => condition.Test switch
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
