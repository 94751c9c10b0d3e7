using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Model;

/// <summary>Something that must hold between the members of an object.</summary>
/// <param name="Name">Its name, such as <c>message-tag-needs-tag</c>.</param>
/// <param name="Kind">What it demands.</param>
/// <param name="When">Under which conditions; all of them must hold.</param>
/// <param name="Targets">The members of which it speaks.</param>
/// <param name="Severity">How bad it is to break it.</param>
/// <param name="Because">What happens, and why.</param>
/// <param name="Answer">What the server answers to a request that breaks it.</param>
/// <param name="Fix">The members, each with its value, that put a request right which breaks it; empty if that is not known.</param>
/// <param name="Platforms">Where it holds; empty for everywhere.</param>
/// <param name="Evidence">Where it is known from.</param>
/// <param name="Range">Where its name stands.</param>
public sealed record Rule(
    string Name,
    RuleKind Kind,
    EquatableArray<RuleCondition> When,
    EquatableArray<RuleTarget> Targets,
    RuleSeverity Severity,
    string Because,
    ErrorKey? Answer,
    EquatableArray<RuleCondition> Fix,
    EquatableArray<string> Platforms,
    Evidence Evidence,
    TextRange Range);

/// <summary>What a rule demands.</summary>
public enum RuleKind
{
    /// <summary>The members are present; those with values have one of them.</summary>
    Require,

    /// <summary>The members are absent.</summary>
    Forbid,

    /// <summary>The members, if present, have one of their values.</summary>
    Allow,

    /// <summary>One of the members is present, and no other.</summary>
    ExactlyOneOf,

    /// <summary>One of the members is present, or several.</summary>
    AtLeastOneOf,

    /// <summary>One of the members is present, or none.</summary>
    AtMostOneOf,

    /// <summary>The members, if present, are within their limits.</summary>
    Limit,
}

/// <summary>How bad it is to break a rule.</summary>
public enum RuleSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Documented as wrong.</summary>
    Warning,

    /// <summary>Known to be refused.</summary>
    Error,
}

/// <summary>A condition on one member.</summary>
/// <param name="Path">The member.</param>
/// <param name="Test">What is asked.</param>
/// <param name="Values">The values of which it has one.</param>
public sealed record RuleCondition(MemberPath Path, ConditionTest Test, EquatableArray<string> Values);

/// <summary>What a condition asks of a member.</summary>
public enum ConditionTest
{
    /// <summary>That it is set.</summary>
    Present,

    /// <summary>That it is not set.</summary>
    Absent,

    /// <summary>That it is set to one of some values.</summary>
    OneOf,
}

/// <summary>A member of which a rule speaks.</summary>
/// <param name="Path">The member.</param>
/// <param name="Values">The values that it may have; empty for any.</param>
/// <param name="Limits">The limits that it must keep.</param>
public sealed record RuleTarget(MemberPath Path, EquatableArray<string> Values, Limits Limits);

/// <summary>The way from an object to a member in it, such as <c>recipient.comment_id</c>. Through a list it leads to every element.</summary>
/// <param name="Names">The names along the way.</param>
public sealed record MemberPath(EquatableArray<string> Names)
{
    /// <summary>Writes the path with dots.</summary>
    public override string ToString() => string.Join(".", Names);
}
