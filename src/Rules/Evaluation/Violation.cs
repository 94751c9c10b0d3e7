namespace PageMessagesGen.Rules;

/// <summary>A violation of a rule by an object.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">The kind of violation.</param>
/// <param name="Targets">The members that violate it: one, or several for a rule that counts members.</param>
/// <param name="Limit">The limit that is exceeded, for a rule that sets limits.</param>
internal sealed record Violation(Rule Rule, ViolationKind Kind, RuleTarget[] Targets, Limit? Limit = null)
{
    /// <summary>Gets the path of the violation: of several members that exclude each other, the second.</summary>
    public MemberPath Path => Targets[Kind == ViolationKind.SeveralOf ? 1 : 0].Path;

    /// <summary>Gets a value that indicates whether setting a member could correct it.</summary>
    public bool IsMissing => Kind is ViolationKind.Missing or ViolationKind.NoneOf;
}

/// <summary>The kinds of violations.</summary>
internal enum ViolationKind
{
    /// <summary>A member is not set that must be.</summary>
    Missing,

    /// <summary>A member is set that must not be.</summary>
    Forbidden,

    /// <summary>A member has a value that it must not have.</summary>
    WrongValue,

    /// <summary>None of the members is set of which one must be.</summary>
    NoneOf,

    /// <summary>Several members are set of which only one may be.</summary>
    SeveralOf,

    /// <summary>A member exceeds a limit.</summary>
    LimitExceeded,
}
