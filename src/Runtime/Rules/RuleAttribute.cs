namespace PageMessagesGen.Rules;

/// <summary>
/// A rule of the schema between the members of a generated type. Analyzers read it where the type is used, also from a
/// referenced assembly.
/// </summary>
/// <remarks>Members and values are named as in the schema: <c>content_type</c>, <c>TEXT</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class RuleAttribute : Attribute
{
    /// <summary>Makes a rule.</summary>
    private protected RuleAttribute(string[] members) => Members = members;

    /// <summary>
    /// The members of which the rule speaks: paths such as <c>recipient.comment_id</c>. Where a rule speaks of values, they
    /// follow the path: <c>messaging_type: MESSAGE_TAG</c>, <c>sender_action: [REACT, UNREACT]</c>.
    /// </summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>The rule's name in the schema, by which it is tuned.</summary>
    public string Rule { get; init; } = "";

    /// <summary>How bad it is to break the rule.</summary>
    public RuleSeverity Severity { get; init; } = RuleSeverity.Error;

    /// <summary>
    /// Under which conditions the rule holds: <c>content_type: TEXT and image_url: absent</c>. Empty if it always does.
    /// </summary>
    public string When { get; init; } = "";

    /// <summary>On which platforms the rule holds: <c>messenger</c>, or several with commas. Empty if on all.</summary>
    public string Platforms { get; init; } = "";

    /// <summary>What happens if the rule is broken, and why.</summary>
    public string Because { get; init; } = "";

    /// <summary>What puts a request right that breaks the rule: <c>messaging_type: RESPONSE</c>. Empty if that is not known.</summary>
    public string Fix { get; init; } = "";
}

/// <summary>The members are present; those with values have one of them.</summary>
/// <param name="members">The members, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class RequireAttribute(params string[] members) : RuleAttribute(members);

/// <summary>The members are absent.</summary>
/// <param name="members">The members, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class ForbidAttribute(params string[] members) : RuleAttribute(members);

/// <summary>The members, if present, have one of their values.</summary>
/// <param name="members">The members, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class AllowAttribute(params string[] members) : RuleAttribute(members);

/// <summary>One of the members is present, and no other.</summary>
/// <param name="members">The members, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class ExactlyOneOfAttribute(params string[] members) : RuleAttribute(members);

/// <summary>One of the members is present, or several.</summary>
/// <param name="members">The members, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class AtLeastOneOfAttribute(params string[] members) : RuleAttribute(members);

/// <summary>One of the members is present, or none.</summary>
/// <param name="members">The members, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class AtMostOneOfAttribute(params string[] members) : RuleAttribute(members);

/// <summary>The member, if present, is within limits. A rule about several members is written once for each.</summary>
/// <param name="member">The member, see <see cref="RuleAttribute.Members"/>.</param>
public sealed class LimitAttribute(string member) : RuleAttribute([member])
{
    /// <summary>The fewest characters (Unicode scalar values) of a text; -1 for any number.</summary>
    public int MinCharacters { get; init; } = -1;

    /// <summary>The most characters (Unicode scalar values) of a text; -1 for any number.</summary>
    public int MaxCharacters { get; init; } = -1;

    /// <summary>The fewest bytes of a text in UTF-8; -1 for any number.</summary>
    public int MinBytes { get; init; } = -1;

    /// <summary>The most bytes of a text in UTF-8; -1 for any number.</summary>
    public int MaxBytes { get; init; } = -1;

    /// <summary>The fewest elements of a list; -1 for any number.</summary>
    public int MinCount { get; init; } = -1;

    /// <summary>The most elements of a list; -1 for any number.</summary>
    public int MaxCount { get; init; } = -1;

    /// <summary>The smallest number; <see cref="long.MinValue"/> for any.</summary>
    public long Min { get; init; } = long.MinValue;

    /// <summary>The largest number; <see cref="long.MaxValue"/> for any.</summary>
    public long Max { get; init; } = long.MaxValue;

    /// <summary>The form of a text, such as <c>digits</c>; empty for any.</summary>
    public string Format { get; init; } = "";
}
