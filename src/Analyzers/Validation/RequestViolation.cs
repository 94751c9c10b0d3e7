namespace PageMessagesGen.Analyzers.Validation;

/// <summary>A violation of a rule by a request, whatever its unknown parts are.</summary>
/// <param name="Id">The id of the diagnostic.</param>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Message">The message.</param>
/// <param name="Member">The path of the member to add, to remove or to change; of several members all paths, with commas.</param>
/// <param name="Values">The values that the member must have, with commas; empty for any.</param>
/// <param name="Trigger">The member whose assignment shows the violation; null if a member is missing and no member that is set requires it.</param>
/// <param name="IsMissing">Whether setting a member could correct it.</param>
/// <param name="Mentions">The members of the object that the rule is about.</param>
internal sealed record RequestViolation(
    string Id, string Rule, RuleSeverity Severity, string Message, string Member, string Values, string? Trigger, bool IsMissing, IReadOnlyList<string> Mentions);
