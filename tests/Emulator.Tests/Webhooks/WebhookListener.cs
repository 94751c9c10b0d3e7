using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>What a webhook received.</summary>
internal sealed record WebhookCall(string Method, string Path, IQueryCollection Query, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.ASCII.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The texts of all messages, in order.</summary>
    public IEnumerable<string> Texts =>
        from entry in Json["entry"]!.AsArray()
        from item in entry!["messaging"]!.AsArray()
        select item!["message"]!["text"]!.GetValue<string>();
}

/// <summary>A web server with a webhook, which knows the verify token. Posts are answered by a script, and recorded.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    public const string VerifyToken = "the verify/token";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebhookCall> _calls = [];

    private WebhookListener(WebApplication app) => _app = app;

    /// <summary>Answers a post; the number of the first one is 1.</summary>
    public Func<HttpContext, int, Task> OnPost { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Answers a verification.</summary>
    public Func<HttpContext, Task> OnVerify { get; set; } = VerifyAsync;

    public Uri Url => new(new Uri(_app.Urls.First()), "/webhook");

    public IReadOnlyList<WebhookCall> Posts => [.. _calls.Where(c => c.Method == "POST")];

    public IReadOnlyList<WebhookCall> Verifications => [.. _calls.Where(c => c.Method == "GET")];

    public static async Task<WebhookListener> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new WebhookListener(builder.Build());
        listener._app.Run(listener.AnswerAsync);
        await listener._app.StartAsync();
        return listener;
    }

    public static Task VerifyAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["hub.mode"] == "subscribe" && query["hub.verify_token"] == VerifyToken)
            return context.Response.WriteAsync(query["hub.challenge"]!);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public WebhookOptions Options(string secret = "made-up-secret") => new() { Url = Url, AppSecret = secret, VerifyToken = VerifyToken };

    public async ValueTask DisposeAsync()
    {
        // A stalled answer would hold it up.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue(new WebhookCall(context.Request.Method, context.Request.Path, context.Request.Query, headers, body.ToArray()));
        await (context.Request.Method == "GET" ? OnVerify(context) : OnPost(context, Posts.Count));
    }
}
