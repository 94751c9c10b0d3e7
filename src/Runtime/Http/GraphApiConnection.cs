using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PageMessagesGen.Json;

namespace PageMessagesGen.Http;

/// <summary>Carries one Page's calls to the Graph API. Generated clients send through it.</summary>
public sealed class GraphApiConnection
{
    // No answer of the API comes near this; what is longer is no answer of the API.
    private const int LargestAnswer = 1024 * 1024;

    private readonly HttpClient _httpClient;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly string _root;
    private readonly Func<int, int?, string?> _describeError;

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
        _authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        _root = $"{options.BaseAddress.GetLeftPart(UriPartial.Authority)}/{options.Version ?? version}";
        _describeError = describeError;
        PageId = options.PageId;
    }

    /// <summary>The Page that sends.</summary>
    public string PageId { get; }

    /// <summary>Sends a JSON body and reads the answer.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the version, with the query.</param>
    /// <param name="body">What to send.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Gives up waiting. The message may have been delivered by then.</param>
    /// <exception cref="GraphApiException">The server refused the call, or no usable answer came back.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonWrite<TBody> write, JsonRead<TAnswer?> read, CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(write);
        var json = new JsonBuffer();
        write(json, body);
        using var content = new ReadOnlyMemoryContent(json.Written);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await SendAsync(method, path, content, read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a call without a body and reads the answer.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the version, with the query.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Gives up waiting. The call may have been carried out by then.</param>
    /// <exception cref="GraphApiException">The server refused the call, or no usable answer came back.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<TAnswer> SendAsync<TAnswer>(HttpMethod method, string path, JsonRead<TAnswer?> read, CancellationToken cancellationToken)
        where TAnswer : class =>
        SendAsync(method, path, content: null, read, cancellationToken);

    private async Task<TAnswer> SendAsync<TAnswer>(
        HttpMethod method, string path, HttpContent? content, JsonRead<TAnswer?> read, CancellationToken cancellationToken)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(read);
        using var request = new HttpRequestMessage(method, new Uri(_root + path));
        request.Headers.Authorization = _authorization;
        request.Content = content;

        // HttpClient stops its clock when the headers have come; ours runs until the answer is read.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(_httpClient.Timeout);
        HttpStatusCode? status = null;
        try
        {
            using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token).ConfigureAwait(false);
            status = response.StatusCode;
            var answer = await ReadBodyAsync(response, limited.Token).ConfigureAwait(false);
            return Judge(response, answer, read);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Unanswered(exception, status);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[Math.Clamp(response.Content.Headers.ContentLength ?? 1024, 0, LargestAnswer) + 1];
            var length = 0;
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                length += read;
                if (length > LargestAnswer)
                    throw new GraphApiException($"The answer is longer than {LargestAnswer} bytes; the message may have been delivered all the same.") { StatusCode = response.StatusCode };
                if (length == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
            }

            return buffer.AsMemory(0, length);
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
        var isQuoting = error == HttpRequestError.InvalidResponse || exception.ToString().Contains(_authorization.Parameter!, StringComparison.OrdinalIgnoreCase);
        return new GraphApiException(Redact(what)!, isQuoting ? null : exception) { StatusCode = status };
    }

    private TAnswer Judge<TAnswer>(HttpResponseMessage response, ReadOnlyMemory<byte> answer, JsonRead<TAnswer?> read)
        where TAnswer : class
    {
        if (GraphErrorReader.Read(answer.Span) is { } error)
            throw new GraphApiException(response.StatusCode, Redact(error), error.Code is { } code ? _describeError(code, error.Subcode) : null);
        if (!response.IsSuccessStatusCode)
            throw new GraphApiException($"The server answered HTTP {(int)response.StatusCode} without a Graph API error.") { StatusCode = response.StatusCode };

        try
        {
            var json = new Utf8JsonReader(answer.Span);
            json.Read();
            if (read(ref json) is { } result && !json.Read())
                return result;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not the JSON that was expected, or text that is not UTF-8. Its message may quote the answer; ours says all that helps.
        }

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

    private string? Redact(string? text) => text?.Replace(_authorization.Parameter!, "***", StringComparison.OrdinalIgnoreCase);
}
