using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>The faults, in the order in which they can happen to a send.</summary>
internal static class FaultTable
{
    private const int RefusedStream = 7;
    private const int CancelStream = 8;

    // A status before the final one, which no client asks for.
    private const string EarlyHints = "HTTP/1.1 103 Early Hints\r\nLink: </logo.png>; rel=preload\r\n\r\n";

    public static IReadOnlyList<Fault> All { get; } =
    [
        // Before the body.
        new("host unknown", SendOutcome.NotSent) { Server = _ => new(new NoServer(new Uri("https://nowhere.invalid"))) },
        new("connection refused", SendOutcome.NotSent) { Server = _ => new(new NoServer(ScriptedServer.Nobody())) },
        new("TLS garbage", SendOutcome.NotSent) { Server = _ => new(new SilentServer("https", stream => stream.WriteAsync("garbage in, garbage out"u8.ToArray()).AsTask())) },
        new("TLS cut off", SendOutcome.NotSent) { Server = _ => new(new SilentServer("https", _ => Task.CompletedTask)) },
        new("certificate untrusted", SendOutcome.NotSent) { Server = async _ => await Http2Server.StartAsync(AcceptAsync, Certificates.SelfSigned) },
        new("proxy refuses, 407", SendOutcome.NotSent) { Server = _ => new(new RefusingProxy(407, "Proxy-Authenticate: Basic realm=\"proxy\"\r\n")) },
        new("proxy fails, 502", SendOutcome.NotSent) { Server = _ => new(new RefusingProxy(502, "")) },

        // During or after the body: only the server knows.
        new("read, closed", SendOutcome.Unknown) { Delivers = true, Script = Answers.Raw(""), Http2 = Abort },
        new("read, reset", SendOutcome.Unknown) { Delivers = true, Script = Failures.Scripts["a reset connection"], Http2 = Reset(CancelStream) },
        new("stream refused", SendOutcome.Unknown) { Delivers = true, Http2 = Reset(RefusedStream) },
        new("no response", SendOutcome.Unknown) { Delivers = true, Hangs = true, Script = Answers.Stall(), Http2 = HangAsync },
        new("half the head", SendOutcome.Unknown) { Delivers = true, Script = Answers.Raw("HTTP/1.1 200 OK\r\nX-Half: ") },
        new("no HTTP", SendOutcome.Unknown) { Delivers = true, Script = Answers.Raw("220 smtp.example.com\r\n\r\n") },
        new("200, cut off", SendOutcome.Unknown) { Delivers = true, Script = Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), Http2 = CutOffAsync },
        new("200, stalls", SendOutcome.Unknown) { Delivers = true, Hangs = true, Script = Answers.Stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), Http2 = StallAsync },
        new("400, stalls", SendOutcome.Unknown) { Delivers = true, Hangs = true, Script = Answers.Stall("HTTP/1.1 400 No\r\nContent-Length: 100\r\n\r\n{") },
        new("101", SendOutcome.Unknown) { Delivers = true, Script = Answers.Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n") },
        new("103, closed", SendOutcome.Unknown) { Delivers = true, Script = Answers.Raw(EarlyHints) },
        Answered("200, too long", SendOutcome.Unknown, 200, new string(' ', 1024 * 1024 + 1) + Answers.Accepted, delivers: true),
        Answered("500, too long", SendOutcome.Unknown, 500, new string(' ', 1024 * 1024 + 1) + Answers.Accepted, delivers: true),
        Answered("200, no JSON", SendOutcome.Unknown, 200, "<html>Log in to the hotel</html>", delivers: true),
        Answered("200, no id", SendOutcome.Unknown, 200, """{"recipient_id":"4471239905512287"}""", delivers: true),
        Answered("200, nothing", SendOutcome.Unknown, 200, "", delivers: true),
        Answered("204", SendOutcome.Unknown, 204, "", delivers: true),
        Redirect(301),
        Redirect(302),
        Redirect(303),
        Redirect(307),
        Redirect(308),

        // The server fails.
        Answered("500", SendOutcome.Unknown, 500, "", delivers: true),
        Answered("502, page of a proxy", SendOutcome.Unknown, 502, "<html>Bad gateway</html>", delivers: true),
        Answered("503", SendOutcome.Unknown, 503, "", delivers: true),
        Answered("504", SendOutcome.Unknown, 504, "", delivers: true),
        Answered("408", SendOutcome.Unknown, 408, "", delivers: true),
        Answered("429, no error", SendOutcome.Unknown, 429, "", delivers: true),
        Answered("500, error 1", SendOutcome.Unknown, 500, Error(1), delivers: true),
        Answered("500, error 100", SendOutcome.Unknown, 500, Error(100), delivers: true),
        Answered("503, error 4", SendOutcome.Unknown, 503, Error(4), delivers: true),
        Answered("error 1", SendOutcome.Unknown, 400, Error(1), delivers: true),
        Answered("error 2", SendOutcome.Unknown, 400, Error(2), delivers: true),
        Answered("error 1/1357046", SendOutcome.Unknown, 400, Error(1, 1357046), delivers: true),
        Answered("error 1200/2018024", SendOutcome.Unknown, 400, Error(1200, 2018024), delivers: true),

        // The server refuses.
        Answered("error 4", SendOutcome.Rejected, 400, Error(4)),
        Answered("error 4, 429", SendOutcome.Rejected, 429, Error(4)),
        Answered("error 613", SendOutcome.Rejected, 400, Error(613)),
        Answered("error 613/2018338", SendOutcome.Rejected, 429, Error(613, 2018338)),
        Answered("error 80006", SendOutcome.Rejected, 429, Error(80006)),
        Answered("error 190", SendOutcome.Rejected, 401, Error(190)),
        Answered("error 10/2018278", SendOutcome.Rejected, 403, Error(10, 2018278)),
        Answered("error 368", SendOutcome.Rejected, 400, Error(368)),
        Answered("error 551", SendOutcome.Rejected, 400, Error(551)),
        Answered("error 551, 200", SendOutcome.Rejected, 200, Error(551)),
        Answered("error 100, 408", SendOutcome.Rejected, 408, Error(100)),
        Answered("unknown error", SendOutcome.Rejected, 400, Error(987654)),

        // Nothing is wrong.
        Answered("sent", null, 200, Answers.Accepted, delivers: true),
        new("103, sent", null)
        {
            Delivers = true,
            Script = Answers.Raw($"{EarlyHints}HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Answers.Accepted.Length}\r\n\r\n{Answers.Accepted}"),
        },
    ];

    private static string Error(int code, int? subcode = null) =>
        $$$"""{"error":{"message":"(#{{{code}}}) No","code":{{{code}}}{{{(subcode is null ? "" : $",\"error_subcode\":{subcode}")}}}}}""";

    private static Fault Answered(string name, SendOutcome? outcome, int status, string body, bool delivers = false) => new(name, outcome)
    {
        Delivers = delivers,
        Script = Answers.Json(status, body),
        Http2 = async context =>
        {
            context.Response.StatusCode = status;
            if (body.Length > 0)
                await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(body));
        },
    };

    private static Fault Redirect(int status) => new($"{status}", SendOutcome.Unknown)
    {
        Delivers = true,
        Script = Answers.With(status, "Location: /v26.0/1/elsewhere\r\n", []),
        Http2 = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/v26.0/1/elsewhere";
            return Task.CompletedTask;
        },
    };

    private static Task AcceptAsync(HttpContext context) => context.Response.WriteAsync(Answers.Accepted);

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static RequestDelegate Reset(int code) => context =>
    {
        context.Features.Get<IHttpResetFeature>()!.Reset(code);
        return Task.CompletedTask;
    };

    private static Task HangAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static async Task StallAsync(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.Body.WriteAsync("{"u8.ToArray());
        await context.Response.Body.FlushAsync();
        await HangAsync(context);
    }

    private static async Task CutOffAsync(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.Body.WriteAsync("{"u8.ToArray());
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
