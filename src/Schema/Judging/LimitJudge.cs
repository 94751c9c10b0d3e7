using System.Globalization;
using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Judging;

/// <summary>Judges values by their limits.</summary>
internal static class LimitJudge
{
    /// <summary>Finds the limits that a member's value does not keep. A value of another type than the limits speak of keeps them all.</summary>
    public static IEnumerable<Finding> Judge(WireValue value, Limits limits, RuleSeverity severity, WirePath path)
    {
        if (limits == Limits.None)
            return [];

        // An id may be a JSON number. Its digits are then what a string would hold.
        var limited = value is WireNumber number && limits.AreOfText ? new WireText(number.Digits, number.Range) : value;
        return Broken(limited, limits).Select(broken => Finding.Param(broken.Rule, severity, path, $"must {broken.Demand}.", value.Range));
    }

    /// <summary>Says what a value would have to be, for each limit that it does not keep.</summary>
    public static IEnumerable<(string Rule, string Demand)> Broken(WireValue value, Limits limits) => value switch
    {
        WireText text => BrokenByText(text.Text, limits),
        WireList list => BrokenByCount(list.Items.Count, limits),
        WireNumber number => BrokenByNumber(number.Digits, limits),
        _ => [],
    };

    /// <summary>Reads a whole number of 64 bits.</summary>
    public static bool TryParse(string digits, out long number) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<(string Rule, string Demand)> BrokenByText(string text, Limits limits)
    {
        if (limits.MinLength is { } min && Length(text, min.Unit) < min.Value)
            yield return (BuiltInRules.Length, $"have at least {min}");
        if (limits.MaxLength is { } max && Length(text, max.Unit) > max.Largest)
            yield return (BuiltInRules.Length, $"have {(max.IsExclusive ? "" : "at most ")}{max}");
        if (!TextFormats.Fits(text, limits.Format))
            yield return (BuiltInRules.Format, $"be {TextFormats.Describe(limits.Format)}");
    }

    private static IEnumerable<(string Rule, string Demand)> BrokenByCount(int count, Limits limits)
    {
        if (limits.MinCount is { } min && count < min)
            yield return (BuiltInRules.Count, $"have at least {min} element{(min == 1 ? "" : "s")}");
        if (limits.MaxCount is { } max && count > max)
            yield return (BuiltInRules.Count, $"have at most {max} element{(max == 1 ? "" : "s")}");
    }

    private static IEnumerable<(string Rule, string Demand)> BrokenByNumber(string digits, Limits limits)
    {
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            yield break;
        if (limits.Min is { } min && number < min)
            yield return (BuiltInRules.Number, FormattableString.Invariant($"be at least {min}"));
        if (limits.Max is { } max && number > max)
            yield return (BuiltInRules.Number, FormattableString.Invariant($"be at most {max}"));
    }

    private static int Length(string text, LengthUnit unit) =>
        unit == LengthUnit.Bytes ? TextForms.CountBytes(text) : TextForms.CountCharacters(text);
}
