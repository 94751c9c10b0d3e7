using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Chaos;

/// <summary>What goes wrong with a call.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Weight">How many of a thousand calls have it.</param>
/// <param name="Answer">What the server does with a request that it has read.</param>
internal sealed record Trouble(string Name, int Weight, Func<HttpContext, ChaosCall, ChaosServer, Task> Answer)
{
    private const int RefusedStream = 7;
    private const int CancelStream = 8;

    /// <summary>Gets what the caller does; null if it waits for the response.</summary>
    public Func<int, CancellationTokenSource>? Cancel { get; private init; }

    /// <summary>Gets a value that indicates whether only a time limit ends the call.</summary>
    public bool Hangs { get; private init; }

    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("none", 690, AcceptAsync),
        new("sent, then closed", 10, CloseAsync),
        new("read, reset", 20, Sometimes(context => End(context, CancelStream, resets: true))),
        new("read, closed", 20, Sometimes(context => End(context, CancelStream, resets: false))),
        new("stream refused", 20, Sometimes(context => End(context, RefusedStream, resets: true))),
        new("connection lost", 1, Sometimes(LoseConnection)),
        new("200, cut off", 20, Delivered(async context =>
        {
            await BeginAsync(context);
            End(context, CancelStream, resets: false);
        })),
        new("200, no id", 15, Delivered(context => RespondAsync(context, 200, """{"recipient_id":"1"}"""))),
        new("307", 20, Delivered(context =>
        {
            context.Response.Headers.Location = context.Request.Path.Value;
            context.Response.StatusCode = 307;
            return Task.CompletedTask;
        })),
        new("500", 30, Sometimes(context => RespondAsync(context, 500, ""))),
        new("error 1/1357046", 15, Delivered(context => RespondAsync(context, 400, """{"error":{"code":1,"error_subcode":1357046}}"""))),
        new("error 4, then sent", 20, Throttled(429, """{"error":{"code":4}}""")),
        new("error 613, then sent", 20, Throttled(400, """{"error":{"code":613}}""")),
        new("error 190", 10, Refused(401, """{"error":{"code":190}}""")),
        new("error 551", 30, Refused(400, """{"error":{"code":551}}""")),
        new("canceled at once", 5, AcceptAsync) { Cancel = _ => new CancellationTokenSource(0) },
        new("canceled soon", 20, AcceptAsync) { Cancel = number => new CancellationTokenSource(number % 300) },
        new("canceled when read", 20, CancelAsync) { Cancel = _ => new CancellationTokenSource() },
        new("no response", 6, Sometimes(_ => { })) { Hangs = true },
        new("200, stalls", 4, Delivered(BeginAsync)) { Hangs = true },
    ];

    private static Task AcceptAsync(HttpContext context, ChaosCall call, ChaosServer server)
    {
        server.Deliver(call);
        return RespondAsync(context, 200, Answers.Accepted);
    }

    // HTTP/2 says that it takes no more requests, while others are running.
    private static Task CloseAsync(HttpContext context, ChaosCall call, ChaosServer server)
    {
        context.Connection.RequestClose();
        return AcceptAsync(context, call, server);
    }

    private static Task CancelAsync(HttpContext context, ChaosCall call, ChaosServer server)
    {
        _ = call.Cancellation?.CancelAsync();
        return call.Number % 2 == 0 ? AcceptAsync(context, call, server) : RespondAsync(context, 400, """{"error":{"code":551}}""");
    }

    private static Func<HttpContext, ChaosCall, ChaosServer, Task> Delivered(Func<HttpContext, Task> answer) => (context, call, server) =>
    {
        server.Deliver(call);
        return answer(context);
    };

    private static Func<HttpContext, ChaosCall, ChaosServer, Task> Refused(int status, string body) => (context, _, _) => RespondAsync(context, status, body);

    // The client cannot tell whether it was delivered, and must not try again in either case.
    private static Func<HttpContext, ChaosCall, ChaosServer, Task> Sometimes(Func<HttpContext, Task> answer) => (context, call, server) =>
    {
        if (call.Number % 2 == 0)
            server.Deliver(call);
        return answer(context);
    };

    private static Func<HttpContext, ChaosCall, ChaosServer, Task> Sometimes(Action<HttpContext> answer) => Sometimes(context =>
    {
        answer(context);
        return Task.CompletedTask;
    });

    // Once to five times: the fifth attempt is the last one.
    private static Func<HttpContext, ChaosCall, ChaosServer, Task> Throttled(int status, string body) => (context, call, server) =>
    {
        if (call.Attempt() > 1 + (call.Number % 5))
            return AcceptAsync(context, call, server);
        context.Response.Headers.RetryAfter = "0";
        return RespondAsync(context, status, body);
    };

    private static async Task RespondAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    private static async Task BeginAsync(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.BodyWriter.WriteAsync("{"u8.ToArray());
    }

    private static void End(HttpContext context, int code, bool resets)
    {
        if (context.Features.Get<IHttpResetFeature>() is { } stream)
        {
            stream.Reset(code);
            return;
        }

        // To close with nothing lingering is to reset.
        if (resets && context.Features.Get<IConnectionSocketFeature>() is { } connection)
            connection.Socket.LingerState = new LingerOption(true, 0);
        context.Abort();
    }

    // With all requests that it carries.
    private static void LoseConnection(HttpContext context) => context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
}
