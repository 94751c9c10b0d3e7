using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PageMessagesGen.Emulator.Http;

/// <summary>
/// The web server, bound to 127.0.0.1. It runs without a host, so environment variables and settings files do not affect its
/// address, nothing is logged, and it starts in milliseconds.
/// </summary>
internal sealed class GraphServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    // The time after which running calls are aborted.
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly KestrelServer _kestrel;
    private readonly RequestHandler _handler;
    private int _disposed;

    private GraphServer(RequestHandler handler, int port, bool http2)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = RequestBody.MostBytesRead;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        _handler = handler;
    }

    /// <summary>Gets the base URL. The port is known after the start.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1/");

    public static async Task<GraphServer> StartAsync(RequestHandler handler, int port, bool http2, CancellationToken ct)
    {
        var server = new GraphServer(handler, port, http2);
        try
        {
            await server._kestrel.StartAsync(server, ct).ConfigureAwait(false);
            server.BaseAddress = new Uri(server._kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
            return server;
        }
        catch
        {
            server._kestrel.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _handler.Stop();
        using var farewell = new CancellationTokenSource(Farewell);
        await _kestrel.StopAsync(farewell.Token).ConfigureAwait(false);
        _kestrel.Dispose();
    }

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context) => _handler.HandleAsync(context);

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception)
    {
        // The context owns no resources.
    }
}
