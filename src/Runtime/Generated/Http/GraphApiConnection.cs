using System.ComponentModel;
using PageMessagesGen.Http;

namespace PageMessagesGen.Generated;

/// <summary>Sends the calls of one Page to the Graph API. Generated clients use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class GraphApiConnection
{
    private readonly HttpClient _httpClient;
    private readonly AccessToken _token;
    private readonly ICallPipeline? _pipeline;
    private readonly string _root;
    private readonly TimeSpan _timeout;
    private readonly Func<int, int?, GraphErrorCode?> _findError;
    private readonly ValidationPolicy _validation;

    /// <summary>Creates a connection.</summary>
    /// <param name="httpClient">The client that sends the requests. It is not disposed.</param>
    /// <param name="options">The options, such as the server, the Page and the access token.</param>
    /// <param name="version">The Graph API version if the options do not set one.</param>
    /// <param name="findError">The function that finds the error with a code and subcode in the schema, or null.</param>
    /// <param name="hasPage">Whether the path of a call contains the id of the Page, so that the options must have it.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public GraphApiConnection(HttpClient httpClient, GraphApiOptions options, string version, Func<int, int?, GraphErrorCode?> findError, bool hasPage = true)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Require(options, hasPage, options.Pipeline is not { ProvidesTokens: true });
        _httpClient = httpClient;
        _token = new AccessToken(options.AccessToken);
        _pipeline = options.Pipeline;
        _root = $"{options.BaseAddress.GetLeftPart(UriPartial.Authority)}/{options.Version ?? version}";
        _timeout = options.Timeout;
        _findError = findError;
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
    /// <param name="receiver">The function that gets the receiver: calls with an equal one keep their order. Null if order does not matter.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The message may already have been delivered.</param>
    /// <exception cref="ArgumentException">The body cannot be written.</exception>
    /// <exception cref="GraphApiException">
    /// The body violates the schema and was not sent, the server refused the call, or no usable response was received.
    /// </exception>
    /// <exception cref="GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
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
        Func<TBody, object?>? receiver,
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
            if (_pipeline is not null)
                return RunAsync(_pipeline, method, address, body, write, read, isConfirmed, deliversMessage, receiver?.Invoke(body), cancellationToken);
            content = Content(body, write, deliversMessage);
        }
        catch (Exception exception)
        {
            // Reported through the task, like all other errors. Another asynchronous method would allocate memory in each call.
            return Task.FromException<TAnswer>(exception);
        }

        return ExchangeAsync(method, address, body, content, read, isConfirmed, _token, _timeout, cancellationToken);
    }

    /// <summary>Sends a call without a body and reads the response.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The URL, from <see cref="Address"/>.</param>
    /// <param name="read">The method that reads the response.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The call may already have been processed.</param>
    /// <exception cref="GraphApiException">The server refused the call, or no usable response was received.</exception>
    /// <exception cref="GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TAnswer> SendAsync<TAnswer>(HttpMethod method, Uri address, JsonRead<TAnswer?> read, CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return _pipeline is null
            ? ExchangeAsync<object?, TAnswer>(method, address, null, null, read, null, _token, _timeout, cancellationToken)
            : RunAsync<object?, TAnswer>(_pipeline, method, address, null, null, read, null, false, null, cancellationToken);
    }

    private Task<TAnswer> RunAsync<TBody, TAnswer>(
        ICallPipeline pipeline,
        HttpMethod method,
        Uri address,
        TBody body,
        JsonWrite<TBody>? write,
        JsonRead<TAnswer?> read,
        Func<TBody, TAnswer, bool>? isConfirmed,
        bool deliversMessage,
        object? receiver,
        CancellationToken cancellationToken)
        where TAnswer : class =>
        pipeline.RunAsync(
            new CallFacts(PageId, receiver),
            (token, ticket, limit, cancellation) =>
            {
                var content = write is null ? null : Content(body, write, deliversMessage, ticket);
                return ExchangeAsync(method, address, body, content, read, isConfirmed, token, limit, cancellation, ticket);
            },
            cancellationToken);

    private async Task<TAnswer> ExchangeAsync<TBody, TAnswer>(
        HttpMethod method,
        Uri address,
        TBody body,
        RequestContent? content,
        JsonRead<TAnswer?> read,
        Func<TBody, TAnswer, bool>? isConfirmed,
        AccessToken token,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        SendTicket? ticket = null)
        where TAnswer : class
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = content,
            Version = _httpClient.DefaultRequestVersion,
            VersionPolicy = _httpClient.DefaultVersionPolicy,
        };
        // Added as a string, because a parsed header would be formatted again for each request. The options are already validated.
        request.Headers.TryAddWithoutValidation("Authorization", token.Header);
        if (ticket is not null)
            request.Options.Set(SendTicket.Key, ticket);

        // The timeout of HttpClient ends when the headers are received. This one includes reading the response.
        var started = Environment.TickCount64;
        var limit = _httpClient.Timeout;
        CancellationTokenSource? own = null;
        HttpResponseMessage? response = null;
        try
        {
            if (limit == Timeout.InfiniteTimeSpan && timeout != Timeout.InfiniteTimeSpan)
            {
                limit = timeout;
                own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                own.CancelAfter(limit);
            }

            response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, own?.Token ?? cancellationToken).ConfigureAwait(false);
            using var answer = await ResponseBody.ReadAsync(response, started, limit, cancellationToken).ConfigureAwait(false);
            var call = new Call(method, content, token, started, response);
            if (request.Method != method || request.RequestUri != address)
                throw Failure("The request was redirected, and the response does not belong to the request.", call);
            var result = Interpret(answer.Bytes, call, read, out var refusal) ?? throw refusal!;
            return isConfirmed is null || isConfirmed(body, result) ? result : throw Failure("The response does not confirm the request.", call);
        }
        catch (Exception exception) when (exception is not GraphApiException || response is null)
        {
            // Handlers of the HttpClient can throw anything, even the exception of another call. The caller must always learn what
            // happened to this message. An abandoned attempt may still be running: it cannot begin to send a disposed body.
            content?.Dispose();
            var failure = Failure(exception, new Call(method, content, token, started, response), read);
            throw cancellationToken.IsCancellationRequested ? Canceled(failure, content, method, cancellationToken) : failure;
        }
        finally
        {
            response?.Dispose();
            own?.Dispose();
        }
    }

    private static RequestContent Content<TBody>(TBody body, JsonWrite<TBody> write, bool deliversMessage, SendTicket? ticket = null)
    {
        var json = new Utf8RequestWriter();
        try
        {
            write(ref json, body);
            return json.AttachedFile is { } file
                ? new FileRequestContent(json.Written, json.FilePart, file, deliversMessage) { Ticket = ticket }
                : new JsonRequestContent(ref json, deliversMessage) { Ticket = ticket };
        }
        finally
        {
            json.Dispose();
        }
    }

    // Returns either a result or a failure.
    private TAnswer? Interpret<TAnswer>(ReadOnlySpan<byte> answer, in Call call, JsonRead<TAnswer?> read, out GraphApiException? failure)
        where TAnswer : class
    {
        failure = null;
        var json = new Utf8ResponseReader(answer);
        var result = read(ref json);
        if (json.Error is { } error)
        {
            failure = Refusal(error, call);
            return null;
        }

        var isSuccess = call.IsSuccess;
        if (isSuccess && result is not null && json.IsUsable())
            return result;

        // The content of the response is not quoted, because it can be anything.
        failure = Failure(isSuccess ? "The response cannot be read." : $"The server returned HTTP {(int)call.Head!.StatusCode} without a Graph API error.", call);
        return null;
    }
}
