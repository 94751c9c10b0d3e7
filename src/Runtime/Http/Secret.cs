using System.Net;
using System.Text.Encodings.Web;

namespace PageMessagesGen.Http;

/// <summary>A string that must not be shown, in each form in which a server or a handler may quote it.</summary>
internal sealed class Secret(string value)
{
    // Most calls succeed, and do not need them.
    private string[]? _forms;

    private string[] Forms => _forms ??=
    [
        .. new[]
        {
            value,
            Uri.EscapeDataString(value),
            WebUtility.UrlEncode(value),
            WebUtility.HtmlEncode(value),
            JavaScriptEncoder.Default.Encode(value),
            Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(value)),
        }.Distinct().OrderByDescending(form => form.Length),
    ];

    /// <summary>Determines whether a string contains it.</summary>
    public bool IsIn(string text) => Forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Replaces it with three asterisks.</summary>
    public string? Redact(string? text)
    {
        foreach (var form in text is null ? [] : Forms)
            text = text!.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
