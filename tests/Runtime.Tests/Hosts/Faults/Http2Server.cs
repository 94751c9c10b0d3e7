using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>An HTTP/2 server that reads each request to its end, and then does what the fault says.</summary>
internal sealed class Http2Server : IFaultyServer
{
    private readonly WebApplication _app;
    private int _received;

    private Http2Server(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public int Received => Volatile.Read(ref _received);

    public static async Task<Http2Server> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var server = new Http2Server(builder.Build());
        server._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            if (body.Length > 0)
                Interlocked.Increment(ref server._received);
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
