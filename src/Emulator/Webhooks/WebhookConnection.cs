using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>What a webhook responded.</summary>
/// <param name="Status">The HTTP status; null if there was no response.</param>
/// <param name="Body">The body, or the start of a long one.</param>
/// <param name="Error">The reason why there was no response; null if there was one.</param>
/// <param name="Duration">The time from the start of the call.</param>
internal sealed record WebhookAnswer(int? Status, string Body, string? Error, TimeSpan Duration);

/// <summary>
/// Calls the webhook. Only addresses of this machine are ever connected to, whatever the name of the host resolves to. There are no proxies,
/// redirects or cookies.
/// </summary>
internal sealed class WebhookConnection : IDisposable
{
    /// <summary>The time in which a webhook must respond.</summary>
    public static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    private const string UserAgent = "PageMessagesGen-Emulator/1.0";
    private const int MostBytesRead = 64 * 1024;

    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _http;

    /// <summary>Creates a connection. Nothing is connected before the first call.</summary>
    /// <param name="options">The options.</param>
    /// <param name="clock">The clock of the time limit.</param>
    /// <param name="resolve">Resolves the name of a host; null for the resolver of the machine.</param>
    public WebhookConnection(WebhookOptions options, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        (_options, _clock, _resolve) = (options, clock, resolve ?? Dns.GetHostAddressesAsync);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Add("User-Agent", UserAgent);
        _http.DefaultRequestHeaders.Add("Accept", "*/*");
    }

    /// <summary>Posts a body, with its signatures.</summary>
    public async Task<WebhookAnswer> PostAsync(byte[] body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Sha256(body, _options.AppSecret));
        request.Headers.Add(WebhookSignature.OldHeader, WebhookSignature.Sha1(body, _options.AppSecret));
        return await SendAsync(request, ct).ConfigureAwait(false);
    }

    /// <summary>Asks the webhook whether it knows the verify token.</summary>
    public async Task<WebhookAnswer> VerifyAsync(string challenge, CancellationToken ct)
    {
        var url = new UriBuilder(_options.Url);
        var question = $"hub.mode=subscribe&hub.challenge={challenge}&hub.verify_token={Uri.EscapeDataString(_options.VerifyToken)}";
        url.Query = url.Query.Length > 1 ? $"{url.Query}&{question}" : question;
        using var request = new HttpRequestMessage(HttpMethod.Get, url.Uri);
        return await SendAsync(request, ct).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<WebhookAnswer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var start = _clock.GetTimestamp();
        using var timeout = new CancellationTokenSource(MostWait, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var body = await ReadAsync(response.Content, both.Token).ConfigureAwait(false);
            return new WebhookAnswer((int)response.StatusCode, body, null, _clock.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed(FormattableString.Invariant($"There was no response within {MostWait.TotalSeconds} s."));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            ct.ThrowIfCancellationRequested();
            return Failed(exception.Message);
        }

        WebhookAnswer Failed(string error) => new(null, "", error, _clock.GetElapsedTime(start));
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = Array.FindAll(await _resolve(context.DnsEndPoint.Host, ct).ConfigureAwait(false), IPAddress.IsLoopback);
        if (addresses.Length == 0)
            throw new IOException("The host of the webhook is not an address of this machine, so nothing was sent.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var buffer = new byte[MostBytesRead];
        var length = await stream.ReadAtLeastAsync(buffer, MostBytesRead, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
