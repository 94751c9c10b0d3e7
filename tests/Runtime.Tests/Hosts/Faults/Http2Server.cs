using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>An HTTP/2 server, with a certificate also of HTTP/1.1, that usually reads each request to its end, and then does what the fault says.</summary>
internal sealed class Http2Server : IFaultyServer
{
    private readonly WebApplication _app;
    private int _received;

    private Http2Server(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public int Received => Volatile.Read(ref _received);

    public static async Task<Http2Server> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null, bool readsBody = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = certificate is null ? HttpProtocols.Http2 : HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var server = new Http2Server(builder.Build());
        server._app.Run(async context =>
        {
            if (readsBody && await HasBodyAsync(context))
                Interlocked.Increment(ref server._received);
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    private static async Task<bool> HasBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.Length > 0;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
