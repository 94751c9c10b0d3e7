using System.Globalization;
using System.Net;
using System.Text;

namespace PageMessagesGen;

/// <summary>
/// The exception for a failed Graph API call: the server refused the request, no usable response was received, or the request
/// violates the schema and was not sent.
/// </summary>
/// <remarks>
/// It contains data of the server, but not of the request. An access token in a string of the server is redacted. In
/// <see cref="Exception.Message"/>, each control character is replaced with a space; the other properties have the original values.
/// </remarks>
public sealed class GraphApiException : Exception
{
    // The maximum length of a server string in the message. The properties contain the full string.
    private const int ShownCharacters = 500;
    private const int ShownViolations = 20;

    /// <summary>Creates an exception without details, for serializers and fakes.</summary>
    public GraphApiException()
        : this("The Graph API call failed.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public GraphApiException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    public GraphApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception from a response of the server. Fakes of a client use it to refuse a request.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="error">The error object of the response.</param>
    /// <param name="meaning">The meaning of the code in the schema.</param>
    public GraphApiException(HttpStatusCode statusCode, GraphApiError error, string? meaning = null)
        : base(Describe(statusCode, error ?? throw new ArgumentNullException(nameof(error)), meaning))
    {
        StatusCode = statusCode;
        Error = error;
        Meaning = meaning;
    }

    /// <summary>Creates an exception for a request that was not sent because it violates rules of the schema.</summary>
    /// <param name="violations">The violations.</param>
    public GraphApiException(IReadOnlyList<RuleViolation> violations)
        : base(Describe(violations ?? throw new ArgumentNullException(nameof(violations)))) =>
        Violations = violations;

    /// <summary>Gets the violations for which the request was not sent; empty for all other errors.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; } = [];

    /// <summary>Gets the HTTP status; null if no response was received.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the error object of the response; null if there is none.</summary>
    public GraphApiError? Error { get; }

    /// <summary>Gets the meaning of <see cref="Code"/> in the schema; null if the schema does not list it.</summary>
    public string? Meaning { get; }

    /// <summary>Gets the error code of the Graph API, such as 551.</summary>
    public int? Code => Error?.Code;

    /// <summary>Gets the subcode, which specifies <see cref="Code"/> further, such as 1545041.</summary>
    public int? Subcode => Error?.Subcode;

    /// <summary>Gets the kind of error, such as <c>OAuthException</c>.</summary>
    public string? Type => Error?.Type;

    /// <summary>Gets the message for developers.</summary>
    public string? ErrorMessage => Error?.Message;

    /// <summary>Gets the title for end users, in their language.</summary>
    public string? UserTitle => Error?.UserTitle;

    /// <summary>Gets the message for end users, in their language.</summary>
    public string? UserMessage => Error?.UserMessage;

    /// <summary>Gets the id of the call for Meta's support (<c>fbtrace_id</c>). It is useful for a short time only.</summary>
    public string? TraceId => Error?.TraceId;

    private static string Describe(IReadOnlyList<RuleViolation> violations)
    {
        var text = new StringBuilder("The request violates the schema. Nothing was sent.");
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
