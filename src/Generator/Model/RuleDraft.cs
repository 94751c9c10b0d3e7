using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>A rule, before it is known among which others it will stand.</summary>
/// <param name="Field">The field of the rule.</param>
/// <param name="Tests">When it holds.</param>
/// <param name="Breaches">What breaks it. The first that is the case is reported.</param>
/// <param name="Choice">For a rule that counts members.</param>
internal sealed record RuleDraft(string Field, IReadOnlyList<RuleTest> Tests, IReadOnlyList<BreachDraft> Breaches, RuleChoice? Choice)
{
    /// <summary>All that is the case whenever the rule is broken.</summary>
    public IEnumerable<RuleTest> Needed => Breaches.Count == 1 ? Tests.Concat(Breaches[0].Tests) : Tests;

    /// <summary>Gives the rule as it is judged where something is known to be the case.</summary>
    /// <param name="known">What is known; null for nothing.</param>
    public RuleJudgement Judgement(string? known) => Breaches.Count == 1
        ? new RuleJudgement(Field, default, new[] { Breaches[0].Breach(Codes(Needed, known)) }.ToEquatableArray(), Choice)
        : new RuleJudgement(Field, Codes(Tests, known), Breaches.Select(b => b.Breach(Codes(b.Tests, known))).ToEquatableArray(), Choice);

    // What costs more comes later: it is seldom reached.
    private static EquatableArray<string> Codes(IEnumerable<RuleTest> tests, string? known) =>
        tests.OrderBy(t => t.IsCall).Select(t => t.Code).Where(c => c != known).Distinct().ToEquatableArray();
}

/// <summary>Something that breaks a rule.</summary>
/// <param name="Tests">What is the case then, beside what the rule itself needs.</param>
/// <param name="PathLiteral">Where, as a C# literal.</param>
/// <param name="DemandLiteral">What the rule wants, as a C# literal.</param>
internal sealed record BreachDraft(IReadOnlyList<RuleTest> Tests, string PathLiteral, string DemandLiteral)
{
    /// <summary>Gives it with its conditions as they are written.</summary>
    public RuleBreach Breach(EquatableArray<string> conditions) => new(conditions, PathLiteral, DemandLiteral);
}
