using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>A rule that a request breaks, whatever the unknown parts of it are.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Demand">What the rule wants.</param>
/// <param name="Because">Why.</param>
/// <param name="Member">The member to add, to remove or to change, by its path on the wire; for a choice all of them, with commas.</param>
/// <param name="Values">The values that it must have, by their names in the schema; empty for any.</param>
/// <param name="Trigger">The member whose assignment shows the mistake; null if something is missing and nothing set asks for it.</param>
/// <param name="IsMissing">Whether it would be put right by setting more.</param>
/// <param name="Touches">The members of the object that the rule looks at.</param>
internal sealed record Finding(
    string Id,
    string Rule,
    DiagnosticSeverity Severity,
    string Demand,
    string Because,
    string Member,
    string Values,
    string? Trigger,
    bool IsMissing,
    IReadOnlyList<string> Touches);
