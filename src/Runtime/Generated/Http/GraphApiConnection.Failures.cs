using PageMessagesGen.Http;

namespace PageMessagesGen.Generated;

/// <content>The exceptions of calls, and what they say about the outcome.</content>
public sealed partial class GraphApiConnection
{
    /// <summary>A call that may fail.</summary>
    /// <param name="Method">The HTTP method.</param>
    /// <param name="Content">The body, or null.</param>
    /// <param name="Started">The start of the call, by <see cref="Environment.TickCount64"/>.</param>
    /// <param name="Response">The response, or null.</param>
    private readonly record struct Call(HttpMethod Method, RequestContent? Content, long Started, HttpResponseMessage? Response);

    private GraphApiException Failure(Exception exception, in Call call)
    {
        var error = exception switch
        {
            HttpRequestException http => http.HttpRequestError,
            HttpIOException http => http.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        var (what, cause) = error switch
        {
            _ when call.Content is { IsRepeated: true, DeliversMessage: var delivers } => (
                $"A handler of the HttpClient tried to send the request again, after a redirect or as a retry. This was prevented, because {(delivers ? "a message that is sent twice is delivered twice" : "a call that is sent twice is processed twice")}. Disable redirects and retries for this HttpClient.", null),
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                when call.Content is not { IsBegun: true } => ("The Graph API cannot be reached.", exception.Message),
            HttpRequestError.InvalidResponse => ("The response is not HTTP.", null),
            _ when exception is OperationCanceledException => ("The Graph API did not respond in time.", null),
            _ when exception is ResponseBody.TooLongException => (exception.Message, null),
            _ => (call.Response is null ? "No response from the Graph API." : "The response ended prematurely.", Cause(exception)),
        };

        // The exception quotes a response that is not HTTP, even in hexadecimal. A handler can quote the whole request.
        var isQuoting = error == HttpRequestError.InvalidResponse || _accessToken.IsIn(exception.ToString());
        return Failure(what, call, cause, isQuoting ? null : exception);
    }

    private GraphApiException Failure(string what, in Call call, string? cause = null, Exception? inner = null)
    {
        var outcome = OutcomeOf(call);
        var text = _accessToken.Redact($"{what}{Consequence(call, outcome)}{(cause is null ? "" : $" ({cause})")}")!;
        return new GraphApiException(PrintableText.Of(text), inner)
        {
            StatusCode = call.Response?.StatusCode,
            Outcome = outcome,
            RetryAfter = RetryAfter(call),
            UsageHeaders = UsageHeaders(call),
            Elapsed = Elapsed(call),
        };
    }

    private GraphApiException Refusal(GraphApiError error, in Call call) =>
        new(call.Response!.StatusCode, Redact(error), error.Code is { } code ? _findError(code, error.Subcode) : null)
        {
            RetryAfter = RetryAfter(call),
            UsageHeaders = UsageHeaders(call),
            Elapsed = Elapsed(call),
        };

    private static GraphApiCanceledException Canceled(in Call call, CancellationToken cancellationToken)
    {
        var outcome = OutcomeOf(call);
        return new GraphApiCanceledException($"The call was canceled.{Consequence(call, outcome)}", cancellationToken) { Outcome = outcome };
    }

    // The exception of another call describes that call. It is the inner exception, but is not quoted.
    private static string? Cause(Exception exception) => exception.GetBaseException() is { } cause and not GraphApiException ? cause.Message : null;

    // Exceptions do not show whether something was sent: a retry without a connection may follow a request that arrived. The body
    // does. A call without a body is less certain, and a GET changes nothing.
    private static SendOutcome OutcomeOf(in Call call)
    {
        // From here on, no abandoned attempt can begin it.
        call.Content?.Dispose();
        return call.Content is { IsBegun: false } ? SendOutcome.NotSent : SendOutcome.Unknown;
    }

    private static string Consequence(in Call call, SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => " Nothing was sent.",
        _ when call.Method == HttpMethod.Get => "",
        _ when call.Content is { DeliversMessage: true } => " The message may have been delivered.",
        _ => " The call may have been processed.",
    };

    private static TimeSpan Elapsed(in Call call) => TimeSpan.FromMilliseconds(Environment.TickCount64 - call.Started);

    private static TimeSpan? RetryAfter(in Call call) => call.Response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - DateTimeOffset.UtcNow is var left => left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };

    private Dictionary<string, string> UsageHeaders(in Call call)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in (ReadOnlySpan<string>)["X-App-Usage", "X-Page-Usage", "X-Business-Use-Case-Usage"])
        {
            if (call.Response?.Headers.TryGetValues(name, out var values) == true)
                found[name] = _accessToken.Redact(string.Join(", ", values))!;
        }

        return found;
    }

    // A server may quote the token that it refuses.
    private GraphApiError Redact(GraphApiError error) => error with
    {
        Message = _accessToken.Redact(error.Message),
        Type = _accessToken.Redact(error.Type),
        UserTitle = _accessToken.Redact(error.UserTitle),
        UserMessage = _accessToken.Redact(error.UserMessage),
        TraceId = _accessToken.Redact(error.TraceId),
    };
}
