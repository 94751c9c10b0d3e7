using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>
/// Puts rules that stand one behind the other, and that all need the same to be broken, behind one question. A request uses few
/// of the members that it could; so one answer is enough for most of the rules.
/// </summary>
internal static class RuleGroups
{
    // To ask whether a member is there at all is a question more than the rules themselves ask. It must be worth that.
    private const int FewestPresupposing = 3;

    /// <summary>Groups rules, and keeps their order.</summary>
    public static EquatableArray<RuleGroup> Of(IReadOnlyList<RuleDraft> rules)
    {
        var groups = new List<RuleGroup>();
        for (var start = 0; start < rules.Count;)
        {
            var (guard, count) = Longest(rules, start);
            groups.Add(new RuleGroup(guard, rules.Skip(start).Take(count).Select(r => r.Judgement(guard)).ToEquatableArray()));
            start += count;
        }

        return groups.ToEquatableArray();
    }

    private static (string? Guard, int Count) Longest(IReadOnlyList<RuleDraft> rules, int start)
    {
        var longest = ((string?)null, Count: 1);
        foreach (var test in rules[start].Needed)
        {
            foreach (var guard in new[] { test.IsCall ? null : test.Code, test.Presupposition }.OfType<string>())
            {
                var count = rules.Skip(start).TakeWhile(r => r.Needed.Any(t => t.Code == guard || t.Presupposition == guard)).Count();
                var isAsked = rules.Skip(start).Take(count).All(r => r.Needed.Any(t => t.Code == guard));
                if (count > longest.Count && (isAsked || count >= FewestPresupposing))
                    longest = (guard, count);
            }
        }

        return longest;
    }
}
