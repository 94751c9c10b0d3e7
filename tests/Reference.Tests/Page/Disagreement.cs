namespace PageMessagesGen.Reference.Tests.Page;

/// <summary>A question on which sources disagree.</summary>
/// <param name="About">The question.</param>
/// <param name="Statements">What the sources say.</param>
/// <param name="Choice">What the schema says, and why.</param>
internal sealed record Disagreement(string About, string Statements, string Choice);
