using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace PageMessagesGen.Http;

/// <summary>Strings that must not be shown, in each form in which a server or a handler may quote them.</summary>
internal sealed class Secret(params IReadOnlyList<string> values)
{
    // Most calls succeed, and do not need them.
    private string[] Forms => field ??= [.. values.SelectMany(FormsOf).Distinct().OrderByDescending(form => form.Length)];

    /// <summary>Determines whether a string contains one.</summary>
    public bool IsIn(string text) => Forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Replaces them with three asterisks.</summary>
    public string? Redact(string? text)
    {
        foreach (var form in text is null ? [] : Forms)
            text = text!.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static IEnumerable<string> FormsOf(string value) =>
    [
        value,
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        WebUtility.HtmlEncode(value),
        JavaScriptEncoder.Default.Encode(value),
        Convert.ToBase64String(Encoding.ASCII.GetBytes(value)),
    ];
}
