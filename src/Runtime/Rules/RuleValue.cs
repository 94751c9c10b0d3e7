using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace PageMessagesGen.Rules;

/// <summary>Compares values of a request with those of a rule. Nothing here allocates.</summary>
[EditorBrowsable(EditorBrowsableState.Never)] // for generated code
public static class RuleValue
{
    // The longest text of a number: 29 digits, a point and a sign.
    private const int LongestNumber = 40;

    /// <summary>Tells whether a text is present and one of some values, in any casing.</summary>
    public static bool IsOneOf(string? text, ReadOnlySpan<string> values) => text is not null && IsOneOf(text.AsSpan(), values);

    /// <summary>Tells whether a number is present and one of some values.</summary>
    public static bool IsOneOf(long? number, ReadOnlySpan<string> values)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        return number is { } found
            && found.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture)
            && IsOneOf(digits[..length], values);
    }

    /// <summary>Tells whether a number is present and one of some values.</summary>
    public static bool IsOneOf(decimal? number, ReadOnlySpan<string> values)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        return number is { } found
            && found.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture)
            && IsOneOf(digits[..length], values);
    }

    /// <summary>Tells whether a text is present and none of some values.</summary>
    public static bool IsOther(string? text, ReadOnlySpan<string> values) => text is not null && !IsOneOf(text, values);

    /// <summary>Tells whether a number is present and none of some values.</summary>
    public static bool IsOther(long? number, ReadOnlySpan<string> values) => number is not null && !IsOneOf(number, values);

    /// <summary>Tells whether a number is present and none of some values.</summary>
    public static bool IsOther(decimal? number, ReadOnlySpan<string> values) => number is not null && !IsOneOf(number, values);

    /// <summary>Tells whether a list is present, with no null in it.</summary>
    public static bool AllPresent<T>(IReadOnlyList<T>? list)
        where T : class
    {
        if (list is null)
            return false;
        foreach (var element in ListElements.Of(list))
        {
            if (element is null)
                return false;
        }

        return true;
    }

    /// <summary>Tells whether a list is present, and has something other than nulls in it or nothing at all.</summary>
    public static bool AnyPresent<T>(IReadOnlyList<T>? list)
        where T : class
    {
        if (list is null)
            return false;
        var isEmpty = true;
        foreach (var element in ListElements.Of(list))
        {
            if (element is not null)
                return true;
            isEmpty = false;
        }

        return isEmpty;
    }

    /// <summary>Tells whether JSON is present: it is not null, nor a list with a null in it.</summary>
    public static bool AllPresent(JsonElement? json) => RuleJson.Find(json, "").AllPresent;

    /// <summary>Tells whether JSON is present: it is not null, nor a list of nulls.</summary>
    public static bool AnyPresent(JsonElement? json) => RuleJson.Find(json, "").AnyPresent;

    internal static bool IsOneOf(ReadOnlySpan<char> text, ReadOnlySpan<string> values)
    {
        foreach (var value in values)
        {
            if (text.Equals(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
