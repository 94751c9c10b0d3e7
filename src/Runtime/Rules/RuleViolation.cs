namespace PageMessagesGen.Rules;

/// <summary>A rule of the schema that a request breaks. It quotes nothing of the request.</summary>
/// <param name="Rule">
/// The rule's name in the schema, or the word for what a member demands by itself: <c>required</c>, <c>null-value</c>,
/// <c>unknown-value</c>, <c>length</c>, <c>count</c>, <c>number</c>, <c>format</c>, <c>platform</c>, <c>refused</c> or <c>deprecated</c>.
/// </param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Where it is on the wire, such as <c>message.quick_replies[3].title</c>.</param>
/// <param name="Message">What is wrong, and why, for people.</param>
public sealed record RuleViolation(string Rule, RuleSeverity Severity, string Path, string Message);
