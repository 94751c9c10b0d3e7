using System.Globalization;

namespace PageMessagesGen.Rules;

/// <summary>Compares numbers with the values of rules, which are strings.</summary>
internal static class NumberComparison
{
    /// <summary>Determines whether a number is one of some values in any notation: 1e2 is 100, and 1.50 is 1.5.</summary>
    public static bool IsOneOf(decimal number, EquatableArray<string> values)
    {
        foreach (var value in values)
        {
            if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && number == other)
                return true;
        }

        return false;
    }
}
