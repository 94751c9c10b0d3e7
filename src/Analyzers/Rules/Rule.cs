using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.Analyzers.Rules;

/// <summary>A rule between the members of a generated type, as an attribute of it says.</summary>
/// <param name="Kind">What it demands.</param>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="Because">What happens then.</param>
/// <param name="When">Under which conditions it holds.</param>
/// <param name="Targets">The members of which it speaks.</param>
/// <param name="Platforms">Where it holds; empty for everywhere.</param>
/// <param name="Limits">What it limits, for a limit.</param>
/// <param name="Fix">The members, each with its value, that put a request right; empty if that is not known.</param>
internal sealed record Rule(
    RuleKind Kind,
    string Name,
    DiagnosticSeverity Severity,
    string Because,
    ImmutableArray<Condition> When,
    ImmutableArray<Target> Targets,
    ImmutableArray<string> Platforms,
    ImmutableArray<Limit> Limits,
    ImmutableArray<Condition> Fix);

/// <summary>What a rule demands.</summary>
internal enum RuleKind
{
    Require,
    Forbid,
    Allow,
    ExactlyOneOf,
    AtLeastOneOf,
    AtMostOneOf,
    Limit,
}

/// <summary>A member of which a rule speaks, and the values that it may have; none for any.</summary>
internal sealed record Target(MemberPath Path, ImmutableArray<string> Values);

/// <summary>A condition on a member.</summary>
internal sealed record Condition(MemberPath Path, ConditionTest Test, ImmutableArray<string> Values);

/// <summary>What a condition asks.</summary>
internal enum ConditionTest
{
    Present,
    Absent,
    OneOf,
}

/// <summary>The way to a member, such as <c>recipient.comment_id</c>.</summary>
internal sealed record MemberPath(ImmutableArray<string> Names)
{
    public string First => Names[0];

    public override string ToString() => string.Join(".", Names);
}

/// <summary>A limit on a value.</summary>
/// <param name="Kind">What is limited.</param>
/// <param name="Bound">The bound; of no meaning for a form.</param>
/// <param name="Form">The form of a text.</param>
/// <param name="Severity">How bad it is to go beyond it.</param>
internal sealed record Limit(LimitKind Kind, long Bound, string Form, DiagnosticSeverity Severity);

/// <summary>What a limit limits.</summary>
internal enum LimitKind
{
    MinCharacters,
    MaxCharacters,
    MinBytes,
    MaxBytes,
    MinCount,
    MaxCount,
    Min,
    Max,
    Format,
}
