using System.ComponentModel;
using System.Net;
using PageMessagesGen.Http;

namespace PageMessagesGen.Generated;

/// <summary>Sends the calls of one Page to the Graph API. Generated clients use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class GraphApiConnection
{
    private readonly HttpClient _httpClient;
    private readonly string _accessToken;
    private readonly string _authorization;
    private readonly string _root;
    private readonly TimeSpan _timeout;
    private readonly Func<int, int?, string?> _describeError;
    private readonly ValidationPolicy _validation;

    /// <summary>Creates a connection.</summary>
    /// <param name="httpClient">The client that sends the requests. It is not disposed.</param>
    /// <param name="options">The options, such as the server, the Page and the access token.</param>
    /// <param name="version">The Graph API version if the options do not set one.</param>
    /// <param name="describeError">The function that gets the meaning of a code and subcode in the schema, or null.</param>
    /// <param name="hasPage">Whether the path of a call contains the id of the Page, so that the options must have it.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public GraphApiConnection(HttpClient httpClient, GraphApiOptions options, string version, Func<int, int?, string?> describeError, bool hasPage = true)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Require(options, hasPage);
        _httpClient = httpClient;
        _accessToken = options.AccessToken;
        _authorization = $"Bearer {options.AccessToken}";
        _root = $"{options.BaseAddress.GetLeftPart(UriPartial.Authority)}/{options.Version ?? version}";
        _timeout = options.Timeout;
        _describeError = describeError;
        _validation = new ValidationPolicy(options);
        PageId = options.PageId;
    }

    /// <summary>Gets the id of the sending Page.</summary>
    public string PageId { get; }

    /// <summary>Creates the URL of a path. A URL that does not change is created once.</summary>
    /// <param name="path">The path below the version.</param>
    public Uri Address(string path) => new(_root + path);

    /// <summary>Begins to validate the parameters of a call.</summary>
    /// <param name="platform">The platform of the call; null if it is unknown.</param>
    public ValidationContext BeginValidation(string? platform) => _validation.Begin(platform);

    /// <summary>Ends the validation of the parameters of a call.</summary>
    /// <returns>The exception with which the call ends before it is made; null if the parameters do not violate the schema.</returns>
    public GraphApiException? EndValidation(ValidationContext context) => _validation.End(context);

    /// <summary>Validates a JSON body, sends it and reads the response.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The URL, from <see cref="Address"/>.</param>
    /// <param name="body">The body to send.</param>
    /// <param name="description">The description of the body.</param>
    /// <param name="platform">The platform that the body is sent to; null if it is unknown.</param>
    /// <param name="write">The method that writes the body.</param>
    /// <param name="read">The method that reads the response.</param>
    /// <param name="isConfirmed">
    /// The function that determines whether a response confirms the request. Without confirmation, the call fails. Null accepts every
    /// response.
    /// </param>
    /// <param name="deliversMessage">Whether the call delivers a message to a person.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The message may already have been delivered.</param>
    /// <exception cref="ArgumentException">The body cannot be written.</exception>
    /// <exception cref="GraphApiException">
    /// The body violates the schema and was not sent, the server refused the call, or no usable response was received.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method,
        Uri address,
        TBody body,
        RecordDescription description,
        string? platform,
        JsonWrite<TBody> write,
        JsonRead<TAnswer?> read,
        Func<TBody, TAnswer, bool>? isConfirmed,
        bool deliversMessage,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        RequestContent content;
        try
        {
            ArgumentNullException.ThrowIfNull(body);
            _validation.Apply(body, description, platform);
            content = Content(body, write, deliversMessage);
        }
        catch (Exception exception)
        {
            // Reported through the task, like all other errors. Another asynchronous method would allocate memory in each call.
            return Task.FromException<TAnswer>(exception);
        }

        return ExchangeAsync(method, address, body, content, read, isConfirmed, cancellationToken);
    }

    /// <summary>Sends a call without a body and reads the response.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The URL, from <see cref="Address"/>.</param>
    /// <param name="read">The method that reads the response.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The call may already have been processed.</param>
    /// <exception cref="GraphApiException">The server refused the call, or no usable response was received.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TAnswer> SendAsync<TAnswer>(HttpMethod method, Uri address, JsonRead<TAnswer?> read, CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return ExchangeAsync<object?, TAnswer>(method, address, null, null, read, null, cancellationToken);
    }

    private async Task<TAnswer> ExchangeAsync<TBody, TAnswer>(
        HttpMethod method,
        Uri address,
        TBody body,
        RequestContent? content,
        JsonRead<TAnswer?> read,
        Func<TBody, TAnswer, bool>? isConfirmed,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = content,
            Version = _httpClient.DefaultRequestVersion,
            VersionPolicy = _httpClient.DefaultVersionPolicy,
        };
        // Added as a string, because a parsed header would be formatted again for each request. The options are already validated.
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);

        // The timeout of HttpClient ends when the headers are received. This one includes reading the response.
        var started = Environment.TickCount64;
        var limit = _httpClient.Timeout;
        CancellationTokenSource? own = null;
        HttpStatusCode? status = null;
        try
        {
            if (limit == Timeout.InfiniteTimeSpan && _timeout != Timeout.InfiniteTimeSpan)
            {
                limit = _timeout;
                own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                own.CancelAfter(limit);
            }

            using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, own?.Token ?? cancellationToken).ConfigureAwait(false);
            status = response.StatusCode;
            using var answer = await ResponseBody.ReadAsync(response, started, limit, cancellationToken).ConfigureAwait(false);
            if (request.Method != method)
                throw new GraphApiException($"The request was redirected, and the response does not belong to the request.{Consequence(method, content)}") { StatusCode = status };
            var result = Interpret(response, answer.Bytes, method, content, read);
            return isConfirmed is null || isConfirmed(body, result)
                ? result
                : throw new GraphApiException($"The response does not confirm the request.{Consequence(method, content)}") { StatusCode = status };
        }
        catch (Exception exception) when (exception is not GraphApiException || status is null)
        {
            // Handlers of the HttpClient can throw anything, even the exception of another call. The caller must always learn what
            // happened to this message.
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure(exception, status, method, content);
        }
        finally
        {
            own?.Dispose();
        }
    }

    private static RequestContent Content<TBody>(TBody body, JsonWrite<TBody> write, bool deliversMessage)
    {
        var json = new Utf8RequestWriter();
        try
        {
            write(ref json, body);
            return json.AttachedFile is { } file
                ? new FileRequestContent(json.Written, json.FilePart, file, deliversMessage)
                : new JsonRequestContent(ref json, deliversMessage);
        }
        finally
        {
            json.Dispose();
        }
    }

    private GraphApiException Failure(Exception exception, HttpStatusCode? status, HttpMethod method, RequestContent? content)
    {
        var error = exception switch
        {
            HttpRequestException http => http.HttpRequestError,
            HttpIOException http => http.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        var (what, cause) = error switch
        {
            _ when content is { IsRepeated: true } => (
                $"A handler of the HttpClient tried to send the request again, after a redirect or as a retry. This was prevented, because {(content.DeliversMessage ? "a message that is sent twice is delivered twice" : "a call that is sent twice is processed twice")}. Disable redirects and retries for this HttpClient.", null),
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                when content is not { IsBegun: true } => ("The Graph API cannot be reached.", exception.Message),
            HttpRequestError.InvalidResponse => ("The response is not HTTP.", null),
            _ when exception is OperationCanceledException => ("The Graph API did not respond in time.", null),
            _ when exception is ResponseBody.TooLongException => (exception.Message, null),
            _ => (status is null ? "No response from the Graph API." : "The response ended prematurely.", Cause(exception)),
        };
        var text = Redact($"{what}{Consequence(method, content)}{(cause is null ? "" : $" ({cause})")}")!;

        // The exception quotes a response that is not HTTP, even in hexadecimal. A handler can quote the whole request.
        var isQuoting = error == HttpRequestError.InvalidResponse || exception.ToString().Contains(_accessToken, StringComparison.OrdinalIgnoreCase);
        return new GraphApiException(PrintableText.Of(text), isQuoting ? null : exception) { StatusCode = status };
    }

    // The exception of another call describes that call. It is the inner exception, but is not quoted.
    private static string? Cause(Exception exception) => exception.GetBaseException() is { } cause and not GraphApiException ? cause.Message : null;

    // Exceptions do not show whether something was sent: a retry without a connection may follow a request that arrived. The body
    // does. A call without a body is less certain, and a GET changes nothing.
    private static string Consequence(HttpMethod method, RequestContent? content)
    {
        // An abandoned attempt of a handler may still be running. It cannot begin to send a disposed body.
        content?.Dispose();
        return content switch
        {
            { IsBegun: true, DeliversMessage: true } => " The message may have been delivered.",
            { IsBegun: true } => " The call may have been processed.",
            { IsBegun: false } => " Nothing was sent.",
            _ => method == HttpMethod.Get ? "" : " The call may have been processed.",
        };
    }

    private TAnswer Interpret<TAnswer>(HttpResponseMessage response, ReadOnlySpan<byte> answer, HttpMethod method, RequestContent? content, JsonRead<TAnswer?> read)
        where TAnswer : class
    {
        var json = new Utf8ResponseReader(answer);
        var result = read(ref json);
        if (json.Error is { } error)
            throw new GraphApiException(response.StatusCode, Redact(error), error.Code is { } code ? _describeError(code, error.Subcode) : null);
        if (response.IsSuccessStatusCode && result is not null && json.IsUsable())
            return result;

        // The content of the response is not quoted, because it can be anything.
        var what = response.IsSuccessStatusCode ? "The response cannot be read." : $"The server returned HTTP {(int)response.StatusCode} without a Graph API error.";
        throw new GraphApiException(what + Consequence(method, content)) { StatusCode = response.StatusCode };
    }

    // A server may quote the token that it refuses.
    private GraphApiError Redact(GraphApiError error) => error with
    {
        Message = Redact(error.Message),
        Type = Redact(error.Type),
        UserTitle = Redact(error.UserTitle),
        UserMessage = Redact(error.UserMessage),
        TraceId = Redact(error.TraceId),
    };

    private string? Redact(string? text) => text?.Replace(_accessToken, "***", StringComparison.OrdinalIgnoreCase);
}
