using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Model;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Reading;

/// <summary>Finds rules that say nothing: those that no request can break, and those that every request breaks.</summary>
internal static class RuleSatisfiabilityChecker
{
    public static void Check(
        Rule rule, TextRange range, IReadOnlyList<ResolvedPath> conditions, IReadOnlyList<ResolvedPath> targets, SchemaDocument document, DiagnosticBag diagnostics)
    {
        if (Twice(rule) is { } twice)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidRule, range, rule.Name, $"lists '{twice}' twice.");
        else if (TooFew(rule) is { } few)
            diagnostics.Add(SchemaDiagnosticDescriptors.InvalidRule, range, rule.Name, few);
        else if (NeverApplies(rule, conditions) is { } never)
            diagnostics.Add(SchemaDiagnosticDescriptors.RuleNeverBroken, range, rule.Name, never);
        else if (NeverBroken(rule, targets, document) is { } reason)
            diagnostics.Add(SchemaDiagnosticDescriptors.RuleNeverBroken, range, rule.Name, reason);
        else if (AlwaysBroken(rule, targets) is { } always)
            diagnostics.Add(SchemaDiagnosticDescriptors.RuleAlwaysBroken, range, rule.Name, always);
    }

    private static MemberPath? Twice(Rule rule) =>
        rule.Targets.Select(t => t.Path).GroupBy(p => p).FirstOrDefault(g => g.Skip(1).Any())?.Key;

    private static string? TooFew(Rule rule) =>
        rule.Kind is RuleKind.ExactlyOneOf or RuleKind.AtMostOneOf or RuleKind.AtLeastOneOf && rule.Targets.Count < 2
            ? "must name at least two members."
            : rule.Kind is RuleKind.Limit or RuleKind.CountWhere && rule.Targets.Any(t => t.Limits.Count == 0) ? "sets no limit." : null;

    private static string? NeverApplies(Rule rule, IReadOnlyList<ResolvedPath> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (rule.When[i].Test == ConditionTest.Absent && conditions[i].IsAlwaysPresent)
                return $"'{conditions[i].Path}' is required, so it is never absent.";
        }

        return null;
    }

    private static string? NeverBroken(Rule rule, IReadOnlyList<ResolvedPath> targets, SchemaDocument document)
    {
        switch (rule.Kind)
        {
            case RuleKind.Require when Enumerable.Range(0, targets.Count).All(i => rule.Targets[i].Values.Count == 0 && IsSurelyPresent(rule, targets[i])):
                return $"{List(targets)} cannot be absent here.";
            case RuleKind.Forbid when targets.All(t => rule.When.Any(c => c.Path == t.Path && c.Test == ConditionTest.Absent)):
                return $"its condition requires {List(targets)} to be absent.";
            case RuleKind.Allow when targets.All(t => AllowsAll(rule, t, document)):
                return "it allows all values.";
            case RuleKind.AtLeastOneOf when targets.FirstOrDefault(t => IsSurelyPresent(rule, t)) is { } present:
                return $"'{present.Path}' cannot be absent here.";
            default:
                return null;
        }
    }

    private static string? AlwaysBroken(Rule rule, IReadOnlyList<ResolvedPath> targets)
    {
        if (rule.When.Count > 0 || rule.Platforms.Count > 0)
            return null;
        var present = targets.Where(t => t.IsAlwaysPresent).ToList();
        return rule.Kind switch
        {
            RuleKind.Forbid when present.Count > 0 => $"{List(present)} is required.",
            RuleKind.ExactlyOneOf or RuleKind.AtMostOneOf when present.Count > 1 => $"{List(present)} are all required.",
            _ => null,
        };
    }

    private static bool IsSurelyPresent(Rule rule, ResolvedPath target) =>
        target.IsAlwaysPresent || rule.When.Any(c => c.Path == target.Path && c.Test != ConditionTest.Absent);

    private static bool AllowsAll(Rule rule, ResolvedPath target, SchemaDocument document) =>
        target.Type is EnumReference e
        && document.FindEnum(e.Name) is { } type
        && type.Members.All(m => rule.Targets.First(t => t.Path == target.Path).Values.Contains(m.Name));

    private static string List(IEnumerable<ResolvedPath> paths) => string.Join(" and ", paths.Select(p => $"'{p.Path}'"));
}
