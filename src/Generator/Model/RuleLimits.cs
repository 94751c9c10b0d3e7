using PageMessagesGen.Schema.Judging;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Model;

/// <summary>Limits as calls of the runtime library.</summary>
internal static class RuleLimits
{
    // No character takes more chars, and no char more bytes of UTF-8.
    private const int CharsPerCharacter = 2;
    private const int BytesPerChar = 3;

    /// <summary>Gives the code for each limit.</summary>
    public static IEnumerable<LimitCode> Of(Limits limits)
    {
        if (limits.MinLength is { } minLength)
            yield return Length(minLength, "Min", minLength.Value, $"have at least {minLength}");
        if (limits.MaxLength is { } maxLength)
            yield return Length(maxLength, "Max", maxLength.Largest, $"have {(maxLength.IsExclusive ? "" : "at most ")}{maxLength}");
        if (limits.MinCount is { } minCount)
            yield return new LimitCode($"RuleLimit.MinCount({minCount})", $"have at least {minCount} element{(minCount == 1 ? "" : "s")}", Below("Count", minCount), IsExact: true, IsOfLists: true);
        if (limits.MaxCount is { } maxCount)
            yield return new LimitCode($"RuleLimit.MaxCount({maxCount})", $"have at most {maxCount} element{(maxCount == 1 ? "" : "s")}", Above("Count", maxCount), IsExact: true, IsOfLists: true);
        if (limits.Min is { } min)
            yield return new LimitCode($"RuleLimit.Min({CSharpText.Number(min)})", $"be at least {CSharpText.Number(min)}");
        if (limits.Max is { } max)
            yield return new LimitCode($"RuleLimit.Max({CSharpText.Number(max)})", $"be at most {CSharpText.Number(max)}");
        if (limits.Format != TextFormat.Any)
            yield return new LimitCode($"RuleLimit.Format({CSharpText.Literal(RuleAttributes.FormName(limits.Format))})", $"be {TextFormats.Describe(limits.Format)}", Form: Form(limits.Format));
    }

    // How long a text is, all texts know; what counts is known from that for most of them.
    private static LimitCode Length(LengthLimit limit, string bound, int value, string demand)
    {
        var call = $"RuleLimit.{bound}{limit.Unit}({value})";
        return (bound, limit.Unit) switch
        {
            ("Min", LengthUnit.Characters) when value == 1 => new LimitCode(call, demand, "{ Length: 0 }", IsExact: true),
            ("Min", LengthUnit.Characters) => new LimitCode(call, demand, Below("Length", (long)value * CharsPerCharacter)),
            ("Min", _) => new LimitCode(call, demand, Below("Length", value)),
            (_, LengthUnit.Characters) => new LimitCode(call, demand, Above("Length", value)),
            _ => new LimitCode(call, demand, Above("Length", value / BytesPerChar)),
        };
    }

    // The compiler refuses patterns that nothing can match; that such a limit keeps everything is found out by asking it.
    private static string? Below(string property, long value) => value is > 0 and <= int.MaxValue ? $"{{ {property}: < {value} }}" : null;

    private static string? Above(string property, long value) => value is >= 0 and < int.MaxValue ? $"{{ {property}: > {value} }}" : null;

    private static string Form(TextFormat format) => format switch
    {
        TextFormat.NoBlanks => "HasNoBlanks",
        _ => $"Is{format}",
    };
}
