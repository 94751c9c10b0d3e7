using System.Text.RegularExpressions;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Judging;

/// <summary>The named forms of a text.</summary>
public static class TextFormats
{
    private static readonly Regex PhoneNumber = new(@"^\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant);

    /// <summary>Tells whether a text has a form.</summary>
    public static bool Fits(string text, TextFormat format) => format switch
    {
        TextFormat.Any => true,
        TextFormat.Digits => text.Length > 0 && text.All(IsDigit),
        TextFormat.Url => IsWebAddress(text, "http") || IsWebAddress(text, "https"),
        TextFormat.HttpsUrl => IsWebAddress(text, "https"),
        TextFormat.Currency => text.Length == 3 && text.All(c => c is >= 'A' and <= 'Z'),
        TextFormat.PhoneNumber => PhoneNumber.IsMatch(text),
        TextFormat.Word => text.Length > 0 && text.All(c => IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'),
        TextFormat.NoBlanks => !text.Any(char.IsWhiteSpace),
        _ => throw new InvalidOperationException($"There is no form {format}."),
    };

    /// <summary>Says what a text of a form is.</summary>
    public static string Describe(TextFormat format) => format switch
    {
        TextFormat.Any => "a text",
        TextFormat.Digits => "a string of digits",
        TextFormat.Url => "an absolute http or https address",
        TextFormat.HttpsUrl => "an absolute https address",
        TextFormat.Currency => "a currency code of ISO 4217, such as EUR",
        TextFormat.PhoneNumber => "a telephone number with a plus and the country code, such as +358401234567",
        TextFormat.Word => "a string of letters, digits and underscores",
        TextFormat.NoBlanks => "a string without blanks",
        _ => throw new InvalidOperationException($"There is no form {format}."),
    };

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWebAddress(string text, string scheme) =>
        text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase)
        && !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Host.Length > 0;
}
