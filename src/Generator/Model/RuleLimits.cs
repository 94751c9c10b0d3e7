using PageMessagesGen.Schema.Judging;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Limits as calls of the runtime library.</summary>
internal static class RuleLimits
{
    /// <summary>Gives the call that makes each limit, whether it bounds lists, and what it demands in words.</summary>
    public static IEnumerable<(string Call, bool IsOfLists, string Demand)> Of(Limits limits)
    {
        if (limits.MinLength is { } minLength)
            yield return ($"RuleLimit.Min{minLength.Unit}({minLength.Value})", false, $"have at least {minLength}");
        if (limits.MaxLength is { } maxLength)
            yield return ($"RuleLimit.Max{maxLength.Unit}({maxLength.Largest})", false, $"have {(maxLength.IsExclusive ? "" : "at most ")}{maxLength}");
        if (limits.MinCount is { } minCount)
            yield return ($"RuleLimit.MinCount({minCount})", true, $"have at least {minCount} element{(minCount == 1 ? "" : "s")}");
        if (limits.MaxCount is { } maxCount)
            yield return ($"RuleLimit.MaxCount({maxCount})", true, $"have at most {maxCount} element{(maxCount == 1 ? "" : "s")}");
        if (limits.Min is { } min)
            yield return ($"RuleLimit.Min({CSharpText.Number(min)})", false, $"be at least {CSharpText.Number(min)}");
        if (limits.Max is { } max)
            yield return ($"RuleLimit.Max({CSharpText.Number(max)})", false, $"be at most {CSharpText.Number(max)}");
        if (limits.Format != TextFormat.Any)
            yield return ($"RuleLimit.Format({CSharpText.Literal(RuleAttributes.FormName(limits.Format))})", false, $"be {TextFormats.Describe(limits.Format)}");
    }
}
