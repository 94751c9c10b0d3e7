using System.Globalization;
using System.Net;
using System.Text;
using PageMessagesGen.Rules;

namespace PageMessagesGen;

/// <summary>A call of the Graph API that did not succeed: the server refused it, no usable answer came back, or the request breaks the schema and was not sent.</summary>
/// <remarks>
/// It holds what the server said and nothing of what was sent; an access token in a server's text is blanked out. In
/// <see cref="Exception.Message"/>, each control character is replaced by a space; the other properties keep what the server said.
/// </remarks>
public sealed class GraphApiException : Exception
{
    // Server texts are shown up to this length; the properties hold them whole.
    private const int ShownCharacters = 500;
    private const int ShownViolations = 20;

    /// <summary>Makes an exception without details, as serializers and fakes need it.</summary>
    public GraphApiException()
        : this("The Graph API call failed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public GraphApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and what caused it.</summary>
    public GraphApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception out of what the server answered. Fakes of a client use it to refuse a request.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="error">The members of the answer's error object.</param>
    /// <param name="meaning">What the schema says of the code.</param>
    public GraphApiException(HttpStatusCode statusCode, GraphApiError error, string? meaning = null)
        : base(Describe(statusCode, error ?? throw new ArgumentNullException(nameof(error)), meaning))
    {
        StatusCode = statusCode;
        Error = error;
        Meaning = meaning;
    }

    /// <summary>Makes an exception for a request that was not sent, since it breaks rules of the schema.</summary>
    /// <param name="violations">The rules that it breaks.</param>
    public GraphApiException(IReadOnlyList<RuleViolation> violations)
        : base(Describe(violations ?? throw new ArgumentNullException(nameof(violations)))) =>
        Violations = violations;

    /// <summary>The rules of the schema that the request breaks, for which it was not sent; empty if it was.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; } = [];

    /// <summary>The HTTP status; null if no answer came back.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The error object of the answer; null if there was none.</summary>
    public GraphApiError? Error { get; }

    /// <summary>What the schema says of <see cref="Code"/>; null if the schema does not list it.</summary>
    public string? Meaning { get; }

    /// <summary>The Graph API's error code, such as 551.</summary>
    public int? Code => Error?.Code;

    /// <summary>The code that narrows <see cref="Code"/> down, such as 1545041.</summary>
    public int? Subcode => Error?.Subcode;

    /// <summary>The server's name for the kind of error, such as <c>OAuthException</c>.</summary>
    public string? Type => Error?.Type;

    /// <summary>The server's text for developers.</summary>
    public string? ErrorMessage => Error?.Message;

    /// <summary>The server's title for the person in front of the screen, in their language.</summary>
    public string? UserTitle => Error?.UserTitle;

    /// <summary>The server's text for the person in front of the screen, in their language.</summary>
    public string? UserMessage => Error?.UserMessage;

    /// <summary>The id of the call for Meta's support (<c>fbtrace_id</c>). It is of use for a short time only.</summary>
    public string? TraceId => Error?.TraceId;

    private static string Describe(IReadOnlyList<RuleViolation> violations)
    {
        var text = new StringBuilder("The request breaks the schema, and nothing was sent.");
        foreach (var violation in violations.Take(ShownViolations))
            text.Append(CultureInfo.InvariantCulture, $" [{violation.Rule}] {violation.Path}: {violation.Message}");
        if (violations.Count > ShownViolations)
            text.Append(CultureInfo.InvariantCulture, $" (and {violations.Count - ShownViolations} more)");
        return PrintableText.Of(text.ToString());
    }

    private static string Describe(HttpStatusCode statusCode, GraphApiError error, string? meaning)
    {
        var text = new StringBuilder("Graph API error");
        if (error.Code is { } code)
            text.Append(CultureInfo.InvariantCulture, $" {code}");
        if (error.Subcode is { } subcode)
            text.Append(CultureInfo.InvariantCulture, $"/{subcode}");
        text.Append(CultureInfo.InvariantCulture, $" (HTTP {(int)statusCode})");
        if (Shorten(error.Message) is { } message)
            text.Append(": ").Append(message);
        if (meaning is not null && error.Message?.Contains(meaning, StringComparison.OrdinalIgnoreCase) != true)
            text.Append(" Meaning: ").Append(meaning);
        if (Shorten(error.TraceId) is { } trace)
            text.Append(" [fbtrace_id ").Append(trace).Append(']');
        return PrintableText.Of(text.ToString());
    }

    private static string? Shorten(string? text)
    {
        if (text is not { Length: > ShownCharacters })
            return text;
        var end = char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
