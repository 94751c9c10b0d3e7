using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PageMessagesGen.Runtime.Tests.Hosts.Chaos;

/// <summary>A server that gives each call its trouble, and keeps a ledger of what it delivered.</summary>
internal sealed class ChaosServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly IReadOnlyList<ChaosCall> _calls;
    private readonly KestrelServer _kestrel;

    // Bound, but not listening: connections are refused, and nobody else gets the port.
    private readonly Socket _refusing = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private int _delivered;

    private ChaosServer(IReadOnlyList<ChaosCall> calls)
    {
        _calls = calls;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        options.Listen(IPAddress.Loopback, 0, listen => listen.Use(_ => CloseAsync));
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        _refusing.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Gets the port for HTTP/1.1.</summary>
    public int Http1 { get; private set; }

    /// <summary>Gets the port for HTTP/2.</summary>
    public int Http2 { get; private set; }

    /// <summary>Gets the port whose connections are closed before anything is read.</summary>
    public int Deaf { get; private set; }

    /// <summary>Gets the port that accepts no connections.</summary>
    public int Refusing => ((IPEndPoint)_refusing.LocalEndPoint!).Port;

    public static async Task<ChaosServer> StartAsync(IReadOnlyList<ChaosCall> calls)
    {
        var server = new ChaosServer(calls);
        await server._kestrel.StartAsync(server, CancellationToken.None);
        var ports = server._kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(address => new Uri(address).Port).ToList();
        (server.Http1, server.Http2, server.Deaf) = (ports[0], ports[1], ports[2]);
        return server;
    }

    /// <summary>Delivers the message of a call.</summary>
    public void Deliver(ChaosCall call) => call.Deliver(Interlocked.Increment(ref _delivered));

    public async ValueTask DisposeAsync()
    {
        using var farewell = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _kestrel.StopAsync(farewell.Token);
        _kestrel.Dispose();
        _refusing.Dispose();
    }

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    async Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context)
    {
        try
        {
            var call = _calls[await ReadAsync(context.Request.BodyReader, context.RequestAborted)];
            await call.Trouble.Answer(context, call, this);
            if (call.Trouble.Hangs)
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The caller has hung up, as it may.
        }
    }

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception)
    {
        // The context owns no resources.
    }

    private static Task CloseAsync(ConnectionContext connection)
    {
        connection.Abort();
        return Task.CompletedTask;
    }

    // Reads the number of the call, which is the text of the message.
    private static async Task<int> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            // Kestrel closes a connection whose request was not consumed.
            var number = NumberIn(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            return number;
        }
    }

    private static int NumberIn(ReadOnlySequence<byte> body)
    {
        using var request = JsonDocument.Parse(body);
        return int.Parse(request.RootElement.GetProperty("message").GetProperty("text").GetString()!, CultureInfo.InvariantCulture);
    }
}
