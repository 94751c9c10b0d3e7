using PageMessagesGen.Rules;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Schema.Judging;

/// <summary>The named forms of a text.</summary>
public static class TextFormats
{
    /// <summary>Tells whether a text has a form.</summary>
    public static bool Fits(string text, TextFormat format) => format switch
    {
        TextFormat.Any => true,
        TextFormat.Digits => TextForms.IsDigits(text),
        TextFormat.Url => TextForms.IsUrl(text),
        TextFormat.HttpsUrl => TextForms.IsHttpsUrl(text),
        TextFormat.Currency => TextForms.IsCurrency(text),
        TextFormat.PhoneNumber => TextForms.IsPhoneNumber(text),
        TextFormat.Word => TextForms.IsWord(text),
        TextFormat.NoBlanks => TextForms.HasNoBlanks(text),
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
}
