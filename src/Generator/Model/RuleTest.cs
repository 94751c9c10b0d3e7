namespace PageMessagesGen.Generator.Model;

/// <summary>A C# condition on a local variable <c>value</c>, as a part of a rule. It changes nothing, so tests may be made in any order.</summary>
/// <param name="Code">The condition.</param>
/// <param name="Presupposition">A cheap condition without which it is false; null if none is known.</param>
internal sealed record RuleTest(string Code, string? Presupposition = null)
{
    /// <summary>Whether it is always true.</summary>
    public bool IsTrue => Code == "true";

    /// <summary>Whether it is always false.</summary>
    public bool IsFalse => Code == "false";

    /// <summary>Whether it begins with a call, which costs more than to look at a member.</summary>
    public bool IsCall => !Code.StartsWith("value.", StringComparison.Ordinal) && !Code.StartsWith("check.", StringComparison.Ordinal) && Code[0] != '(';
}
