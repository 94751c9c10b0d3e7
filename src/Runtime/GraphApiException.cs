using System.Collections.ObjectModel;
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
    /// <param name="code">The error in the schema, such as <c>PageMessagesErrors.PersonUnavailable</c>; null if it is not described there.</param>
    public GraphApiException(HttpStatusCode statusCode, GraphApiError error, GraphErrorCode? code = null)
        : base(Describe(statusCode, error ?? throw new ArgumentNullException(nameof(error)), code?.Meaning))
    {
        StatusCode = statusCode;
        Error = error;
        ErrorCode = code;
        Outcome = IsOutcomeUnknown(statusCode, error, code) ? SendOutcome.Unknown : SendOutcome.Rejected;
    }

    /// <summary>Creates an exception for a request that was not sent because it violates rules of the schema.</summary>
    /// <param name="violations">The violations.</param>
    public GraphApiException(IReadOnlyList<RuleViolation> violations)
        : base(Describe(violations ?? throw new ArgumentNullException(nameof(violations)))) =>
        (Violations, Outcome) = (violations, SendOutcome.NotSent);

    /// <summary>Gets what became of the call.</summary>
    public SendOutcome Outcome { get; init; } = SendOutcome.Unknown;

    /// <summary>Gets the violations for which the request was not sent; empty for all other errors.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; } = [];

    /// <summary>Gets the HTTP status; null if no response was received.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the error object of the response; null if there is none.</summary>
    public GraphApiError? Error { get; }

    /// <summary>Gets the error as the schema describes it; null if the schema does not list its code.</summary>
    public GraphErrorCode? ErrorCode { get; }

    /// <summary>Gets the meaning of the error in the schema; null if the schema does not list it.</summary>
    public string? Meaning => ErrorCode?.Meaning;

    /// <summary>Gets what helps against the error; null if the schema does not list it.</summary>
    public ErrorRecovery? Recovery => ErrorCode?.Recovery;

    /// <summary>Gets what helps against the error, as a sentence; null if the schema does not list it.</summary>
    public string? Advice => ErrorCode?.Advice;

    /// <summary>Gets a value that indicates whether the server called the error transient (<c>is_transient</c>); null if it did not say.</summary>
    /// <remarks>It is no permission to send again: <see cref="Outcome"/> is what matters.</remarks>
    public bool? IsTransient => Error?.IsTransient;

    /// <summary>Gets the time after which the server accepts calls again (<c>Retry-After</c>); null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Gets the headers by which the server reports how much of its limits is used: <c>X-App-Usage</c>, <c>X-Page-Usage</c> and
    /// <c>X-Business-Use-Case-Usage</c>, as they were received.
    /// </summary>
    public IReadOnlyDictionary<string, string> UsageHeaders { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Gets the time from the beginning of the call to its failure.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Gets the number of attempts. It is 1 unless the client repeats calls that were not sent or were throttled.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>
    /// Gets the string by which the echo of the message is recognized, if the outcome is unknown and a registered client settles unknown
    /// sends; otherwise null.
    /// </summary>
    public string? Correlation { get; internal set; }

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

    /// <summary>Determines whether the server returned an error, by its code and subcode together.</summary>
    /// <example><code>catch (GraphApiException e) when (e.Is(PageMessagesErrors.PersonUnavailable))</code></example>
    public bool Is(GraphErrorCode error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Code is { } code && error.Matches(code, Subcode);
    }

    // Errors 1 and 2 are answered for messages that were delivered. So is any error of a server that failed.
    private static bool IsOutcomeUnknown(HttpStatusCode statusCode, GraphApiError error, GraphErrorCode? code) =>
        (int)statusCode >= 500
        || (code is not null ? code.Outcome == SendOutcome.Unknown : error.Code is 1 or 2 || (error.Code is null && (int)statusCode < 400));

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
