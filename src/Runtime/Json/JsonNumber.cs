using System.Globalization;
using System.Numerics;

namespace PageMessagesGen.Json;

/// <summary>Compares the numbers of JSON by their value, of any length.</summary>
internal static class JsonNumber
{
    /// <summary>Determines whether two numbers are the same: <c>1</c>, <c>1.0</c> and <c>10e-1</c> are.</summary>
    public static bool AreEqual(string left, string right) => left == right || Normalize(left) == Normalize(right);

    // The sign, the digits without zeros around them, and the exponent of the last digit.
    private static (bool IsNegative, string Digits, BigInteger Exponent) Normalize(string number)
    {
        var isNegative = number[0] == '-';
        var mantissaEnd = number.AsSpan().IndexOfAny('e', 'E') is >= 0 and var e ? e : number.Length;
        var mantissa = number[(isNegative ? 1 : 0)..mantissaEnd];
        var exponent = mantissaEnd == number.Length ? BigInteger.Zero : BigInteger.Parse(number.AsSpan(mantissaEnd + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
            exponent -= mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? (false, "", BigInteger.Zero) : (isNegative, significant, exponent + (digits.Length - significant.Length));
    }
}
