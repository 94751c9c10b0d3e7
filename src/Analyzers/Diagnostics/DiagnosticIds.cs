namespace PageMessagesGen.Analyzers.Diagnostics;

/// <summary>The ids of the diagnostics: PMG3nnn for a request that violates a rule, PMG4nnn for secrets and misuse.</summary>
public static class DiagnosticIds
{
    /// <summary>A member is missing, or lacks the value that another member requires.</summary>
    public const string Require = "PMG3001";

    /// <summary>A member is set that must be left out.</summary>
    public const string Forbid = "PMG3002";

    /// <summary>A member has a value that is not allowed with another one.</summary>
    public const string Allow = "PMG3003";

    /// <summary>None or several of the members are set, but exactly one is required.</summary>
    public const string ExactlyOneOf = "PMG3004";

    /// <summary>None of the members is set, but at least one is required.</summary>
    public const string AtLeastOneOf = "PMG3005";

    /// <summary>Several mutually exclusive members are set.</summary>
    public const string AtMostOneOf = "PMG3006";

    /// <summary>A string is too long or too short.</summary>
    public const string Length = "PMG3007";

    /// <summary>A list has too many or too few elements.</summary>
    public const string Count = "PMG3008";

    /// <summary>A string has the wrong format.</summary>
    public const string Format = "PMG3009";

    /// <summary>A member or a value does not exist on the platform.</summary>
    public const string Platform = "PMG3010";

    /// <summary>A member or a value is refused or deprecated.</summary>
    public const string Retired = "PMG3011";

    /// <summary>A number is too small or too large.</summary>
    public const string Number = "PMG3012";

    /// <summary>A value is not a member of its enum.</summary>
    public const string UnknownValue = "PMG3013";

    /// <summary>The source contains an access token.</summary>
    public const string LiteralToken = "PMG4001";

    /// <summary>A JSON context includes a type that is generated in the same project, and therefore writes an empty object.</summary>
    public const string ContextOfGeneratedType = "PMG4002";

    /// <summary>A string that must be JSON is not valid JSON.</summary>
    public const string NoJson = "PMG4003";

    /// <summary>A setting of a single rule is invalid, and therefore has no effect.</summary>
    public const string RuleSetting = "PMG4004";

    /// <summary>Gets the id of a violation of a rule.</summary>
    internal static string Of(Violation violation) => violation.Rule.Kind switch
    {
        RuleKind.Require => Require,
        RuleKind.Forbid => Forbid,
        RuleKind.Allow => Allow,
        RuleKind.ExactlyOneOf => ExactlyOneOf,
        RuleKind.AtLeastOneOf => AtLeastOneOf,
        RuleKind.AtMostOneOf => AtMostOneOf,
        _ => Of(violation.Limit!),
    };

    /// <summary>Gets the id of an exceeded limit.</summary>
    internal static string Of(Limit limit) => limit.Rule switch
    {
        BuiltInRules.Count => Count,
        BuiltInRules.Number => Number,
        BuiltInRules.Format => Format,
        _ => Length,
    };
}
