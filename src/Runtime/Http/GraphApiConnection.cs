using System.Net;
using PageMessagesGen.Json;
using PageMessagesGen.Rules;

namespace PageMessagesGen.Http;

/// <summary>Carries one Page's calls to the Graph API. Generated clients send through it.</summary>
public sealed class GraphApiConnection
{
    private readonly HttpClient _httpClient;
    private readonly string _accessToken;
    private readonly string _authorization;
    private readonly string _root;
    private readonly TimeSpan _timeout;
    private readonly Func<int, int?, string?> _describeError;
    private readonly RuleEnforcement _rules;

    /// <summary>Makes a connection.</summary>
    /// <param name="httpClient">Sends the requests. It stays the caller's.</param>
    /// <param name="options">Where to send, and as which Page.</param>
    /// <param name="version">The Graph API version, unless the options name one.</param>
    /// <param name="describeError">Gives the schema's words for a code and subcode, or null.</param>
    /// <exception cref="ArgumentException">An option is missing or unusable.</exception>
    public GraphApiConnection(HttpClient httpClient, GraphApiOptions options, string version, Func<int, int?, string?> describeError)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Require(options);
        _httpClient = httpClient;
        _accessToken = options.AccessToken;
        _authorization = $"Bearer {options.AccessToken}";
        _root = $"{options.BaseAddress.GetLeftPart(UriPartial.Authority)}/{options.Version ?? version}";
        _timeout = options.Timeout;
        _describeError = describeError;
        _rules = new RuleEnforcement(options);
        PageId = options.PageId;
    }

    /// <summary>The Page that sends.</summary>
    public string PageId { get; }

    /// <summary>Makes the address of a path. An address that does not change is made once.</summary>
    /// <param name="path">The path below the version.</param>
    public Uri Address(string path) => new(_root + path);

    /// <summary>Judges a JSON body, sends it and reads the answer.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">Where to, from <see cref="Address"/>.</param>
    /// <param name="body">What to send.</param>
    /// <param name="judge">Judges the body by the rules of the schema.</param>
    /// <param name="platform">Where the body goes; null if that is not known.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="isConfirmed">
    /// Determines whether a response shows that the request was accepted. A response that does not is no success; null accepts each.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting. The message may have been delivered by then.</param>
    /// <exception cref="ArgumentException">The body cannot be written.</exception>
    /// <exception cref="GraphApiException">The body breaks the schema and was not sent, the server refused the call, or no usable answer came back.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method,
        Uri address,
        TBody body,
        RuleJudge<TBody> judge,
        string? platform,
        JsonWrite<TBody> write,
        JsonRead<TAnswer?> read,
        Func<TBody, TAnswer, bool>? isConfirmed,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        PooledJsonContent content;
        try
        {
            _rules.Apply(body, judge, platform);
            content = Content(body, write);
        }
        catch (Exception exception)
        {
            // Through the task, like all that can go wrong; an asynchronous method more would cost each call its memory.
            return Task.FromException<TAnswer>(exception);
        }

        return ExchangeAsync(method, address, body, content, read, isConfirmed, cancellationToken);
    }

    /// <summary>Makes a call without a body and reads the answer.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">Where to, from <see cref="Address"/>.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Gives up waiting. The call may have been carried out by then.</param>
    /// <exception cref="GraphApiException">The server refused the call, or no usable answer came back.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
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
        PooledJsonContent? content,
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
        // As text, since a parsed header would be put together anew for each request. It was checked with the options.
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);

        // HttpClient stops its clock when the headers have come; ours runs until the answer is read.
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
            using var answer = await AnswerBody.ReadAsync(response, started, limit, cancellationToken).ConfigureAwait(false);
            if (request.Method != method)
                throw new GraphApiException($"The request was redirected, and the response is not that to the request.{Consequence(method, content)}") { StatusCode = status };
            var result = Judge(response, answer.Bytes, method, content, read);
            return isConfirmed is null || isConfirmed(body, result)
                ? result
                : throw new GraphApiException($"The response does not confirm the request.{Consequence(method, content)}") { StatusCode = status };
        }
        catch (Exception exception) when (exception is not GraphApiException || status is null)
        {
            // Handlers of the user's may throw anything, even the exception of another call. Whatever it is, the caller must be told
            // what became of this message.
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure(exception, status, method, content);
        }
        finally
        {
            own?.Dispose();
        }
    }

    private static PooledJsonContent Content<TBody>(TBody body, JsonWrite<TBody> write)
    {
        var json = new JsonBuffer();
        try
        {
            write(ref json, body);
            return new PooledJsonContent(ref json);
        }
        finally
        {
            json.Dispose();
        }
    }

    private GraphApiException Failure(Exception exception, HttpStatusCode? status, HttpMethod method, PooledJsonContent? content)
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
                "A handler of the HttpClient tried to send the request again, after a redirect or as a retry. That was prevented, since a message that is sent twice is delivered twice. Turn both off for this HttpClient.", null),
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                when content is not { IsBegun: true } => ("The Graph API cannot be reached.", exception.Message),
            HttpRequestError.InvalidResponse => ("The response is not HTTP.", null),
            _ when exception is OperationCanceledException => ("No response from the Graph API in time.", null),
            _ when exception is AnswerBody.TooLongException => (exception.Message, null),
            _ => (status is null ? "No response from the Graph API." : "The response broke off.", Cause(exception)),
        };
        var text = Redact($"{what}{Consequence(method, content)}{(cause is null ? "" : $" ({cause})")}")!;

        // What is no HTTP is quoted by the exception, even in hexadecimal; a handler of the user's may quote the whole request.
        var isQuoting = error == HttpRequestError.InvalidResponse || exception.ToString().Contains(_accessToken, StringComparison.OrdinalIgnoreCase);
        return new GraphApiException(PrintableText.Of(text), isQuoting ? null : exception) { StatusCode = status };
    }

    // The exception of another call says what became of that call. It is the inner exception, but is not quoted.
    private static string? Cause(Exception exception) => exception.GetBaseException() is { } cause and not GraphApiException ? cause.Message : null;

    // Exceptions do not tell whether something was sent: a retry that found no connection may follow a request that arrived. The
    // body does. A call without one says less, and one that only reads changes nothing.
    private static string Consequence(HttpMethod method, PooledJsonContent? content)
    {
        // An attempt that a handler abandoned may still be running. It cannot begin a body that is disposed of.
        content?.Dispose();
        return content switch
        {
            { IsBegun: true } => " The message may have been delivered.",
            { IsBegun: false } => " Nothing was sent.",
            _ => method == HttpMethod.Get ? "" : " The call may have been carried out.",
        };
    }

    private TAnswer Judge<TAnswer>(HttpResponseMessage response, ReadOnlySpan<byte> answer, HttpMethod method, PooledJsonContent? content, JsonRead<TAnswer?> read)
        where TAnswer : class
    {
        var json = new JsonAnswer(answer);
        var result = read(ref json);
        if (json.Error is { } error)
            throw new GraphApiException(response.StatusCode, Redact(error), error.Code is { } code ? _describeError(code, error.Subcode) : null);
        if (response.IsSuccessStatusCode && result is not null && json.IsUsable())
            return result;

        // What stands in the answer is not shown: it may hold anything.
        var what = response.IsSuccessStatusCode ? "The response cannot be read." : $"The server answered HTTP {(int)response.StatusCode} without a Graph API error.";
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
