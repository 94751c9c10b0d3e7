using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>Puts limits into words.</summary>
internal static class LimitText
{
    /// <summary>The name of a member's own limit.</summary>
    public static string RuleName(Limit limit) => limit.Kind switch
    {
        LimitKind.MinCount or LimitKind.MaxCount => BuiltInRules.Count,
        LimitKind.Min or LimitKind.Max => BuiltInRules.Number,
        LimitKind.Format => BuiltInRules.Format,
        _ => BuiltInRules.Length,
    };

    /// <summary>The diagnostic of a limit.</summary>
    public static string Id(Limit limit) => RuleName(limit) switch
    {
        BuiltInRules.Count => DiagnosticIds.Count,
        BuiltInRules.Number => DiagnosticIds.Number,
        BuiltInRules.Format => DiagnosticIds.Format,
        _ => DiagnosticIds.Length,
    };

    /// <summary>What a value must do, such as <c>have at most 20 characters</c>.</summary>
    public static string Describe(Limit limit) => limit.Kind switch
    {
        LimitKind.MinCharacters => $"have at least {Count(limit.Bound, "character")}",
        LimitKind.MaxCharacters => $"have at most {Count(limit.Bound, "character")}",
        LimitKind.MinBytes => $"have at least {Count(limit.Bound, "byte")} in UTF-8",
        LimitKind.MaxBytes => $"have at most {Count(limit.Bound, "byte")} in UTF-8",
        LimitKind.MinCount => $"have at least {Count(limit.Bound, "element")}",
        LimitKind.MaxCount => $"have at most {Count(limit.Bound, "element")}",
        LimitKind.Min => FormattableString.Invariant($"be at least {limit.Bound}"),
        LimitKind.Max => FormattableString.Invariant($"be at most {limit.Bound}"),
        _ => $"be {Form(limit.Form)}",
    };

    private static string Count(long number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";

    private static string Form(string form) => form switch
    {
        "digits" => "a string of digits",
        "url" => "an absolute http or https address",
        "https-url" => "an absolute https address",
        "currency" => "a currency code of ISO 4217, such as EUR",
        "phone-number" => "a telephone number with a plus and the country code",
        "word" => "a string of letters, digits and underscores",
        _ => "a string without blanks",
    };
}
