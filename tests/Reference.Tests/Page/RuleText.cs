using System.Text.RegularExpressions;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>Words what a rule demands, by the sentences of its violations.</summary>
internal static partial class RuleText
{
    /// <summary>Writes the demand, the reason, and the fix if there is one.</summary>
    public static string Describe(Rule rule)
    {
        var sentences = Violations(rule).Select(violation => $"{CodeInQuotes(rule, Messages.DescribeDemand(violation))}.").Append(Markdown.Escape(rule.Reason));
        var fix = rule.Fix.Count == 0 ? "" : $" Fix: {Markdown.Code(RuleWriter.Write(rule.Fix))}.";
        return string.Join(' ', sentences) + fix;
    }

    /// <summary>Gets the anchor of a rule.</summary>
    public static string Anchor(string rule) => $"rule-{rule}";

    private static IEnumerable<Violation> Violations(Rule rule) => rule.Kind switch
    {
        RuleKind.Require => ForEachTarget(rule, ViolationKind.Missing),
        RuleKind.Forbid => [new Violation(rule, ViolationKind.Forbidden, [rule.Targets[0]])],
        RuleKind.Allow => ForEachTarget(rule, ViolationKind.WrongValue),
        RuleKind.ExactlyOneOf => [new Violation(rule, ViolationKind.NoneOf, [.. rule.Targets]), new Violation(rule, ViolationKind.SeveralOf, [.. rule.Targets])],
        RuleKind.AtLeastOneOf => [new Violation(rule, ViolationKind.NoneOf, [.. rule.Targets])],
        RuleKind.AtMostOneOf => [new Violation(rule, ViolationKind.SeveralOf, [.. rule.Targets])],
        _ => rule.Targets.SelectMany(target => target.Limits.Select(limit => new Violation(rule, ViolationKind.LimitExceeded, [target], limit))),
    };

    private static IEnumerable<Violation> ForEachTarget(Rule rule, ViolationKind kind) => rule.Targets.Select(target => new Violation(rule, kind, [target]));

    // What is forbidden is told of one member. Of several it is the same, so one sentence names them all.
    private static string CodeInQuotes(Rule rule, string demand)
    {
        var first = $"'{rule.Targets[0].Path}'";
        if (rule.Kind == RuleKind.Forbid && rule.Targets.Count > 1)
        {
            var names = rule.Targets.Select(target => $"'{target.Path}'").ToList();
            demand = $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}{demand[first.Length..]}";
        }

        return Quoted().Replace(demand, "`$1`");
    }

    [GeneratedRegex("'([^' ]+)'")]
    private static partial Regex Quoted();
}
