using System.Text;

namespace PageMessagesGen.Rules;

/// <summary>A condition between the members of an object that a request must meet.</summary>
/// <param name="Name">The name, such as <c>message-tag-needs-tag</c>.</param>
/// <param name="Kind">The kind of demand.</param>
/// <param name="Targets">The members that the rule is about.</param>
/// <param name="When">The conditions under which the rule applies; all of them must hold.</param>
/// <param name="Platforms">The platforms where the rule applies; empty for all.</param>
/// <param name="Severity">The severity of a violation.</param>
/// <param name="Reason">What happens when the rule is violated, and why.</param>
/// <param name="Fix">The members, each with its value, that correct a violation; empty if that is not known.</param>
internal sealed record Rule(
    string Name,
    RuleKind Kind,
    EquatableArray<RuleTarget> Targets,
    EquatableArray<RuleCondition> When,
    EquatableArray<string> Platforms,
    RuleSeverity Severity,
    string Reason,
    EquatableArray<RuleCondition> Fix)
{
    /// <summary>Determines whether the rule applies to requests that are sent to a platform; null if the platform is not known.</summary>
    public bool AppliesOn(string? platform) => Platforms.Count == 0 || (platform is not null && Platforms.Contains(platform));
}

/// <summary>The kinds of demand.</summary>
internal enum RuleKind
{
    /// <summary>The members are set, and those with values have one of them.</summary>
    Require,

    /// <summary>The members are not set.</summary>
    Forbid,

    /// <summary>The members, if set, have one of their values.</summary>
    Allow,

    /// <summary>Exactly one of the members is set.</summary>
    ExactlyOneOf,

    /// <summary>One or more of the members are set.</summary>
    AtLeastOneOf,

    /// <summary>At most one of the members is set.</summary>
    AtMostOneOf,

    /// <summary>The members, if set, are within their limits.</summary>
    Limit,

    /// <summary>As many values as the limits state are set, or are one of some values.</summary>
    CountWhere,
}

/// <summary>A member that a rule is about.</summary>
/// <param name="Path">The path of the member.</param>
/// <param name="Values">The values that the rule speaks of; empty for any.</param>
/// <param name="Limits">The limits of the member, for a rule that sets some.</param>
internal sealed record RuleTarget(MemberPath Path, EquatableArray<string> Values, EquatableArray<Limit> Limits);

/// <summary>A condition on one member.</summary>
/// <param name="Path">The path of the member.</param>
/// <param name="Test">The test.</param>
/// <param name="Values">The values, for a test that has some.</param>
internal sealed record RuleCondition(MemberPath Path, ConditionTest Test, EquatableArray<string> Values);

/// <summary>The tests of a condition.</summary>
internal enum ConditionTest
{
    /// <summary>The member is set.</summary>
    Present,

    /// <summary>The member is not set.</summary>
    Absent,

    /// <summary>The member is set to one of some values.</summary>
    OneOf,
}

/// <summary>The path from an object to a member, such as <c>recipient.comment_id</c>. Through a list it leads to each element.</summary>
/// <param name="Names">The names of the members along the path.</param>
internal sealed record MemberPath(EquatableArray<string> Names)
{
    private const char Escape = '\\';
    private const char Separator = '.';

    private readonly string _text = string.Join(".", Names);

    /// <summary>Gets the first member, which belongs to the object itself.</summary>
    public string First => Names[0];

    /// <summary>Gets a value that indicates whether the path leads to a member of the object itself.</summary>
    public bool IsDirect => Names.Count == 1;

    /// <summary>Creates a path from a string with dots. A dot or a backslash that belongs to a name has a backslash before it.</summary>
    public static MemberPath Parse(string text)
    {
        var (names, name) = (new List<string>(), new StringBuilder());
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Separator)
            {
                names.Add(name.ToString());
                name.Clear();
            }
            else
            {
                var isEscape = text[i] == Escape && i + 1 < text.Length && text[i + 1] is Separator or Escape;
                name.Append(isEscape ? text[++i] : text[i]);
            }
        }

        names.Add(name.ToString());
        return new(names.ToEquatableArray());
    }

    /// <summary>Gets the string that <see cref="Parse"/> reads.</summary>
    public string Text => string.Join(".", Names.Select(name => name.Replace("\\", "\\\\").Replace(".", "\\.")));

    /// <summary>Returns the path for people, with dots.</summary>
    public override string ToString() => _text;
}
