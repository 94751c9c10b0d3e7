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

        return ExchangeAsync(method, address, content, read, cancellationToken);
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
        return ExchangeAsync(method, address, null, read, cancellationToken);
    }

    private async Task<TAnswer> ExchangeAsync<TAnswer>(
        HttpMethod method, Uri address, HttpContent? content, JsonRead<TAnswer?> read, CancellationToken cancellationToken)
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
        HttpStatusCode? status = null;
        try
        {
            using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            status = response.StatusCode;
            using var answer = await AnswerBody.ReadAsync(response, started, _httpClient.Timeout, cancellationToken).ConfigureAwait(false);
            return Judge(response, answer.Bytes, read);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Unanswered(exception, status);
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

    private GraphApiException Unanswered(Exception exception, HttpStatusCode? status)
    {
        var error = exception switch
        {
            HttpRequestException http => http.HttpRequestError,
            HttpIOException http => http.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        var what = error switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
                $"The Graph API cannot be reached, and nothing was sent: {exception.Message}",
            HttpRequestError.InvalidResponse => "The answer is no HTTP; the message may have been delivered all the same.",
            _ when exception is OperationCanceledException => "No answer from the Graph API in time; the message may have been delivered all the same.",
            _ => $"{(status is null ? "No answer from the Graph API" : "The answer broke off")}; the message may have been delivered all the same: {exception.GetBaseException().Message}",
        };

        // What is no HTTP is quoted by the exception, even in hexadecimal; a handler of the user's may quote the whole request.
        var isQuoting = error == HttpRequestError.InvalidResponse || exception.ToString().Contains(_accessToken, StringComparison.OrdinalIgnoreCase);
        return new GraphApiException(Redact(what)!, isQuoting ? null : exception) { StatusCode = status };
    }

    private TAnswer Judge<TAnswer>(HttpResponseMessage response, ReadOnlySpan<byte> answer, JsonRead<TAnswer?> read)
        where TAnswer : class
    {
        var json = new JsonAnswer(answer);
        var result = read(ref json);
        if (json.Error is { } error)
            throw new GraphApiException(response.StatusCode, Redact(error), error.Code is { } code ? _describeError(code, error.Subcode) : null);
        if (!response.IsSuccessStatusCode)
            throw new GraphApiException($"The server answered HTTP {(int)response.StatusCode} without a Graph API error.") { StatusCode = response.StatusCode };
        if (result is not null && json.IsUsable())
            return result;

        // What stands in the answer is not shown: it may hold anything.
        throw new GraphApiException("The server accepted the call, but its answer cannot be read; the message was probably delivered.") { StatusCode = response.StatusCode };
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
