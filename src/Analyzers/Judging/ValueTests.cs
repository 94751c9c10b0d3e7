using System.Globalization;
using PageMessagesGen.Analyzers.Rules;
using PageMessagesGen.Analyzers.Values;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Analyzers.Judging;

/// <summary>Questions to a value.</summary>
internal static class ValueTests
{
    /// <summary>Whether it is one of some values, by their names in the schema.</summary>
    public static bool? IsOneOf(Value value, IReadOnlyList<string> names) => value switch
    {
        ChoiceValue choice => Truth.Agreed(choice, alternative => IsOneOf(alternative, names)),
        EnumValue { SchemaName: { } name } => names.Contains(name),
        TextValue { Text: { } text } => names.Contains(text, StringComparer.OrdinalIgnoreCase),
        TextValue unknown => names.All(name => TextForms.CountCharacters(name) < unknown.LeastCharacters) ? false : null,
        BooleanValue boolean => names.Contains(boolean.IsTrue ? "true" : "false", StringComparer.OrdinalIgnoreCase),
        NumberValue number => names.Contains(number.Number.ToString(CultureInfo.InvariantCulture)),
        UnknownValue => null,
        _ => false,
    };

    /// <summary>Whether it is beyond a limit. A value of another type than the limit speaks of is not.</summary>
    public static bool? IsBeyond(Value value, Limit limit) => value switch
    {
        ChoiceValue choice => Truth.Agreed(choice, alternative => IsBeyond(alternative, limit)),
        TextValue text => IsBeyond(text, limit),
        ListValue list => IsBeyond(list, limit),
        NumberValue { Number: var number } => limit.Kind switch
        {
            LimitKind.Min => number < limit.Bound,
            LimitKind.Max => number > limit.Bound,
            _ => false,
        },
        UnknownValue => null,
        _ => false,
    };

    private static bool? IsBeyond(TextValue text, Limit limit) => (limit.Kind, text.Text) switch
    {
        (LimitKind.MinCharacters, { } known) => TextForms.CountCharacters(known) < limit.Bound,
        (LimitKind.MaxCharacters, { } known) => TextForms.CountCharacters(known) > limit.Bound,
        (LimitKind.MinBytes, { } known) => TextForms.CountBytes(known) < limit.Bound,
        (LimitKind.MaxBytes, { } known) => TextForms.CountBytes(known) > limit.Bound,
        (LimitKind.Format, { } known) => !TextForms.Fits(known, limit.Form),
        (LimitKind.MinCharacters, null) => text.LeastCharacters >= limit.Bound ? false : null,
        (LimitKind.MaxCharacters, null) => text.LeastCharacters > limit.Bound ? true : null,
        (LimitKind.MinBytes, null) => text.LeastBytes >= limit.Bound ? false : null,
        (LimitKind.MaxBytes, null) => text.LeastBytes > limit.Bound ? true : null,
        (LimitKind.Format, null) => null,
        _ => false,
    };

    private static bool? IsBeyond(ListValue list, Limit limit) => limit.Kind switch
    {
        LimitKind.MinCount => list.Elements.Length >= limit.Bound ? false : list.IsOpen ? null : true,
        LimitKind.MaxCount => list.Elements.Length > limit.Bound ? true : list.IsOpen ? null : false,
        _ => false,
    };
}
