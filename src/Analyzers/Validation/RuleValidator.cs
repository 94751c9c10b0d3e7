using System.Collections.Immutable;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;

namespace PageMessagesGen.Analyzers.Validation;

/// <summary>Validates an object against the rules of its type.</summary>
internal static class RuleValidator
{
    // No member has this bit. Rules that mention members without a bit mention all.
    private const ulong WithoutBit = 1UL << 63;

    private static readonly RuleEvaluator<StaticDomain, Value> Evaluator = new(default);

    /// <summary>Adds the rules that the object violates in any case.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">What its type demands.</param>
    /// <param name="rules">The rules to validate.</param>
    /// <param name="touched">The members that a rule must mention to be validated; null for all rules.</param>
    /// <param name="violations">The violations.</param>
    public static void Validate(ObjectValue value, TypeRules type, ImmutableArray<TypeRule> rules, ICollection<string>? touched, ref List<RequestViolation>? violations)
    {
        var (possible, certain) = SetMembers(value, type);
        var mentioned = touched?.Aggregate(0UL, (bits, name) => bits | (type.BitOf(name) is > 0 and var bit ? bit : WithoutBit)) ?? ulong.MaxValue;
        foreach (var rule in rules)
        {
            if (rule.Filter.Mentions(mentioned) && !rule.Filter.IsMet(possible, certain) && Evaluator.FindViolation(value, rule.Rule) is { } violation)
                (violations ??= []).Add(ToRequestViolation(value, violation));
        }
    }

    private static (ulong Possible, ulong Certain) SetMembers(ObjectValue value, TypeRules type)
    {
        if (value.IsOpen)
            return (ulong.MaxValue, 0);
        var (possible, certain) = (0UL, 0UL);
        foreach (var set in value.Members)
        {
            var bit = type.BitOf(set.Key);
            possible |= bit;
            if (set.Value.Value is TextValue or EnumValue or BooleanValue or NumberValue or ObjectValue)
                certain |= bit;
        }

        return (possible, certain);
    }

    private static RequestViolation ToRequestViolation(ObjectValue value, Violation violation)
    {
        var rule = violation.Rule;
        var targets = violation.Targets;
        return new RequestViolation(
            DiagnosticIds.Of(violation),
            rule.Name,
            rule.Severity,
            Messages.Describe(violation),
            string.Join(",", targets.Select(target => target.Path)),
            targets.Length > 1 ? "" : string.Join(",", targets[0].Values),
            Trigger(value, violation) is { } trigger && value.Members.ContainsKey(trigger) ? trigger : null,
            violation.IsMissing,
            [.. rule.When.Select(condition => condition.Path.First), .. rule.Targets.Select(target => target.Path.First)]);
    }

    // What is missing has no assignment; the first member that makes the rule apply has one. It also explains a wrong value that is required.
    private static string? Trigger(ObjectValue value, Violation violation)
    {
        if (!violation.IsMissing && violation.Rule.Kind != RuleKind.Require)
            return violation.Path.First;
        var condition = violation.Rule.When
            .Where(condition => condition.Test != ConditionTest.Absent)
            .Select(condition => condition.Path.First)
            .FirstOrDefault(value.Members.ContainsKey);
        return condition ?? (violation.IsMissing ? null : violation.Path.First);
    }
}
