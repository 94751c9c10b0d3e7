using System.ComponentModel;
using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Generated;

/// <summary>Sends the calls of one Page to the Graph API. Generated clients use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class GraphApiConnection
{
    // Timers are no more exact than this.
    private static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(16);

    private readonly HttpClient _httpClient;
    private readonly AccessToken _token;
    private readonly ICallPipeline? _pipeline;
    private readonly Uri _server;
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
        _token = new AccessToken(options.AccessToken, options.AppSecret);
        _pipeline = options.Pipeline;
        _server = options.BaseAddress;
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

    /// <summary>Acts on violations that were found after the request itself was validated.</summary>
    /// <exception cref="GraphApiException">The request must not be sent.</exception>
    internal void Apply(IReadOnlyList<RuleViolation> violations, ValidationMode mode) => _validation.Apply(violations, mode);

    /// <summary>Validates a body, sends it and reads the response.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="address">The URL, from <see cref="Address"/>.</param>
    /// <param name="body">The body to send.</param>
    /// <param name="platform">The platform that the body is sent to; null if it is unknown.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The message may already have been delivered.</param>
    /// <exception cref="ArgumentException">The body cannot be written.</exception>
    /// <exception cref="GraphApiException">
    /// The body violates the schema and was not sent, the server refused the call, or no usable response was received.
    /// </exception>
    /// <exception cref="GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TAnswer> SendAsync<TBody, TAnswer>(CallDescription<TBody, TAnswer> call, Uri address, TBody body, string? platform, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            ArgumentNullException.ThrowIfNull(body);
            return CallTelemetry.IsOn
                ? ObserveAsync(call, address, body, platform, cancellationToken)
                : ValidateAndRunAsync(call, address, body, platform, cancellationToken);
        }
        catch (Exception exception)
        {
            // Reported through the task, like all other errors. Another asynchronous method would allocate memory in each call.
            return Task.FromException<TAnswer>(exception);
        }
    }

    /// <summary>Sends a call without a body and reads the response.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="address">The URL, from <see cref="Address"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The call may already have been processed.</param>
    /// <exception cref="GraphApiException">The server refused the call, or no usable response was received.</exception>
    /// <exception cref="GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public Task<TAnswer> SendAsync<TAnswer>(CallDescription<TAnswer> call, Uri address, CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(call);
        return CallTelemetry.IsOn ? ObserveAsync(call, address, cancellationToken) : RunAsync(call, address, null, cancellationToken);
    }

    // Not in the methods above, because a lambda expression allocates memory in each call, even if it is not reached.
    private Task<TAnswer> ObserveAsync<TBody, TAnswer>(CallDescription<TBody, TAnswer> call, Uri address, TBody body, string? platform, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : class =>
        CallTelemetry.ObserveAsync(SubjectOf(call), () => ValidateAndRunAsync(call, address, body, platform, cancellationToken));

    private Task<TAnswer> ObserveAsync<TAnswer>(CallDescription<TAnswer> call, Uri address, CancellationToken cancellationToken)
        where TAnswer : class =>
        CallTelemetry.ObserveAsync(SubjectOf(call), () => RunAsync(call, address, null, cancellationToken));

    private CallSubject SubjectOf<TAnswer>(CallDescription<TAnswer> call)
        where TAnswer : class =>
        new(call.Name, PageId, _server, call.DeliversMessage);

    private Task<TAnswer> ValidateAndRunAsync<TBody, TAnswer>(CallDescription<TBody, TAnswer> call, Uri address, TBody body, string? platform, CancellationToken cancellationToken)
        where TBody : class
        where TAnswer : class
    {
        _validation.Apply(body, call.Description, platform);
        return RunAsync(call, address, body, cancellationToken);
    }

    private Task<TAnswer> RunAsync<TAnswer>(CallDescription<TAnswer> call, Uri address, object? body, CancellationToken cancellationToken)
        where TAnswer : class =>
        _pipeline is null
            ? ExchangeAsync(call, address, body, call.CreateContent(body, _token, null), _token, null, _timeout, cancellationToken)
            : _pipeline.RunAsync(new PageCall<TAnswer>(this, call, address, body), cancellationToken);

    /// <summary>Makes an attempt of a call.</summary>
    /// <param name="call">The operation.</param>
    /// <param name="address">The URL.</param>
    /// <param name="body">The record in the body, or null.</param>
    /// <param name="content">The body, or null.</param>
    /// <param name="token">The access token.</param>
    /// <param name="ticket">The ticket of the attempt; null if the handlers of the HttpClient are not known.</param>
    /// <param name="timeout">The time limit if the HttpClient has none; with a ticket, also if that of the HttpClient is longer.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    internal async Task<TAnswer> ExchangeAsync<TAnswer>(
        CallDescription<TAnswer> call,
        Uri address,
        object? body,
        RequestContent? content,
        AccessToken token,
        SendTicket? ticket,
        TimeSpan timeout,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        using var request = new HttpRequestMessage(call.Method, address)
        {
            Content = content,
            Version = _httpClient.DefaultRequestVersion,
            VersionPolicy = _httpClient.DefaultVersionPolicy,
        };
        // Added as a string, because a parsed header would be formatted again for each request. The options are already validated.
        request.Headers.TryAddWithoutValidation("Authorization", token.Header);
        if (ticket is not null && (ticket.MayBeCopied || content is null))
            request.Options.Set(SendTicket.Key, ticket);

        // The timeout of HttpClient ends when the headers are received. This one includes reading the response.
        var started = Environment.TickCount64;
        var limit = _httpClient.Timeout;
        CancellationTokenSource? own = null;
        HttpResponseMessage? response = null;
        try
        {
            if (timeout != Timeout.InfiniteTimeSpan && (limit == Timeout.InfiniteTimeSpan || (ticket is not null && timeout + ClockTick < limit)))
            {
                limit = timeout;
                own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                own.CancelAfter(limit);
            }

            response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, own?.Token ?? cancellationToken).ConfigureAwait(false);
            using var answer = await ResponseBody.ReadAsync(response, started, limit, cancellationToken).ConfigureAwait(false);
            var state = new Call(call.Method, content, token, started, response);
            if (ticket is not null)
                ticket.Usage = UsageHeaders.Of(response);
            if (request.Method != call.Method || request.RequestUri != address)
                throw Failure("The request was redirected, and the response does not belong to the request.", state);
            var result = Interpret(answer.Bytes, state, call.Read, out var refusal) ?? throw refusal!;
            return call.IsConfirmedBy(body, result) ? result : throw Failure("The response does not confirm the request.", state);
        }
        catch (Exception exception) when (exception is not GraphApiException || response is null)
        {
            // Handlers of the HttpClient can throw anything, even the exception of another call. The caller must always learn what
            // happened to this message. An abandoned attempt may still be running: it cannot begin to send a disposed body.
            content?.Dispose();
            var failure = Failure(exception, new Call(call.Method, content, token, started, response), call.Read);
            throw cancellationToken.IsCancellationRequested ? Canceled(failure, content, call.Method, cancellationToken) : failure;
        }
        finally
        {
            response?.Dispose();
            own?.Dispose();
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
