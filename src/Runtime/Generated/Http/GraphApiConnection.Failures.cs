using System.Collections.ObjectModel;
using PageMessagesGen.Http;

namespace PageMessagesGen.Generated;

/// <content>The exceptions of calls, and what they say about the outcome.</content>
public sealed partial class GraphApiConnection
{
    /// <summary>A call that may fail.</summary>
    /// <param name="Method">The HTTP method.</param>
    /// <param name="Content">The body, or null.</param>
    /// <param name="Token">The access token.</param>
    /// <param name="Started">The start of the call, by <see cref="Environment.TickCount64"/>.</param>
    /// <param name="Response">The response, or null.</param>
    /// <param name="First">The first response, if the handlers dropped it.</param>
    private readonly record struct Call(
        HttpMethod Method, RequestContent? Content, AccessToken Token, long Started, HttpResponseMessage? Response, KeptResponse? First = null)
    {
        /// <summary>Gets the status and headers, or null.</summary>
        public ResponseHead? Head => First?.Head ?? (Response is null ? null : ResponseHead.Of(Response));

        /// <summary>Gets a value that indicates whether the response has a status of success.</summary>
        public bool IsSuccess => First is null && Response is { IsSuccessStatusCode: true };

        /// <summary>Gets the time from the start of the call.</summary>
        public TimeSpan Elapsed => TimeSpan.FromMilliseconds(Environment.TickCount64 - Started);
    }

    // A handler that tries again drops the first response, and may say anything. The ticket has both the response and the first exception.
    private GraphApiException Failure<TAnswer>(Exception exception, in Call call, JsonRead<TAnswer?> read)
        where TAnswer : class
    {
        if (call.Content?.Ticket is not { } ticket)
            return Failure(exception, call);
        if (call.Response is null && ticket.Response is { } first)
        {
            Interpret(first.Body, call with { First = first }, read, out var failure);
            return failure!;
        }

        return Failure(ticket.Failure ?? exception, call);
    }

    private static GraphApiException Failure(Exception exception, in Call call)
    {
        // It quotes the URL of the proxy, which may contain a password.
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError })
            exception = new HttpRequestException(HttpRequestError.ProxyTunnelError, WithoutUserInfo(exception.Message));
        var error = exception switch
        {
            HttpRequestException http => http.HttpRequestError,
            HttpIOException http => http.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        var (what, cause) = error switch
        {
            _ when call.Content is { IsRepeated: true, Ticket: null or { Failure: null }, DeliversMessage: var delivers } => (
                $"A handler of the HttpClient tried to send the request again, after a redirect or as a retry. This was prevented, because {(delivers ? "a message that is sent twice is delivered twice" : "a call that is sent twice is processed twice")}. Disable redirects and retries for this HttpClient.", null),
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                when call.Content is not { IsBegun: true } => ("The Graph API cannot be reached.", exception.Message),
            HttpRequestError.InvalidResponse => ("The response is not HTTP.", null),
            _ when exception is OperationCanceledException => ("The Graph API did not respond in time.", null),
            _ when exception is ResponseBody.TooLongException => (exception.Message, null),
            _ => (call.Response is null ? "No response from the Graph API." : "The response ended prematurely.", Cause(exception)),
        };

        // The exception quotes a response that is not HTTP, even in hexadecimal. A handler can quote the whole request.
        var isQuoting = error == HttpRequestError.InvalidResponse || call.Token.Secret.IsIn(exception.ToString());
        return Failure(what, call, cause, isQuoting ? null : exception);
    }

    private static GraphApiException Failure(string what, in Call call, string? cause = null, Exception? inner = null)
    {
        var (outcome, head) = (OutcomeOf(call), call.Head);
        var text = call.Token.Secret.Redact($"{what}{Consequence(call.Method, call.Content, outcome)}{(cause is null ? "" : $" ({cause})")}")!;
        return new GraphApiException(PrintableText.Of(text), inner)
        {
            StatusCode = head?.StatusCode,
            Outcome = outcome,
            RetryAfter = head?.RetryAfter,
            UsageHeaders = Redact(head?.Usage, call.Token),
            Elapsed = call.Elapsed,
        };
    }

    private GraphApiException Refusal(GraphApiError error, in Call call)
    {
        var head = call.Head!;
        return new GraphApiException(head.StatusCode, Redact(error, call.Token), error.Code is { } code ? _findError(code, error.Subcode) : null)
        {
            RetryAfter = head.RetryAfter,
            UsageHeaders = Redact(head.Usage, call.Token),
            Elapsed = call.Elapsed,
        };
    }

    private static GraphApiCanceledException Canceled(GraphApiException failure, RequestContent? content, HttpMethod method, CancellationToken cancellationToken) =>
        new($"The call was canceled.{Consequence(method, content, failure.Outcome)}", cancellationToken) { Outcome = failure.Outcome };

    private static string WithoutUserInfo(string text)
    {
        var (start, end) = (text.IndexOf("//", StringComparison.Ordinal), text.LastIndexOf('@'));
        return start >= 0 && end > start ? string.Concat(text.AsSpan(0, start + 2), text.AsSpan(end + 1)) : text;
    }

    // The exception of another call describes that call. It is the inner exception, but is not quoted.
    private static string? Cause(Exception exception) => exception.GetBaseException() is { } cause and not GraphApiException ? cause.Message : null;

    // Exceptions do not show whether something was sent: a retry without a connection may follow a request that arrived. The body
    // does. A call without a body is less certain, and a GET changes nothing.
    private static SendOutcome OutcomeOf(in Call call)
    {
        // From here on, no abandoned attempt can begin it.
        call.Content?.Dispose();
        call.Content?.Ticket?.Close();
        return call.Content is { IsBegun: false } ? SendOutcome.NotSent : SendOutcome.Unknown;
    }

    private static string Consequence(HttpMethod method, RequestContent? content, SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => " Nothing was sent.",
        SendOutcome.Rejected => " The server had refused it.",
        _ when method == HttpMethod.Get => "",
        _ when content is { DeliversMessage: true } => " The message may have been delivered.",
        _ => " The call may have been processed.",
    };

    private static IReadOnlyDictionary<string, string> Redact(IReadOnlyDictionary<string, string>? headers, AccessToken token) =>
        headers is null or { Count: 0 }
            ? ReadOnlyDictionary<string, string>.Empty
            : headers.ToDictionary(header => header.Key, header => token.Secret.Redact(header.Value)!, StringComparer.OrdinalIgnoreCase);

    // A server may quote the token that it refuses.
    private static GraphApiError Redact(GraphApiError error, AccessToken token) => error with
    {
        Message = token.Secret.Redact(error.Message),
        Type = token.Secret.Redact(error.Type),
        UserTitle = token.Secret.Redact(error.UserTitle),
        UserMessage = token.Secret.Redact(error.UserMessage),
        TraceId = token.Secret.Redact(error.TraceId),
    };
}
