using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>A web server with the webhook of an app, which passes what it is told to a test.</summary>
internal sealed class WebhookPosts : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookPosts(WebApplication app) => _app = app;

    /// <summary>Gets or sets what is done with the events of a body. The response follows afterwards.</summary>
    public Func<IReadOnlyList<(ToldEvent Event, WebhookContext Context)>, Task> OnEvents { get; set; } = _ => Task.CompletedTask;

    public WebhookOptions Options => new() { Url = new(new Uri(_app.Urls.First()), "/webhook") };

    public static async Task<WebhookPosts> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var posts = new WebhookPosts(builder.Build());
        posts._app.Run(posts.AnswerAsync);
        await posts._app.StartAsync();
        return posts;
    }

    /// <summary>Passes all events to observers.</summary>
    public static Func<IReadOnlyList<(ToldEvent Event, WebhookContext Context)>, Task> To(IEnumerable<IWebhookObserver> observers) => async events =>
    {
        foreach (var (received, context) in events)
        {
            foreach (var observer in observers)
                await observer.ObserveAsync(received, context, CancellationToken.None);
        }
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync(context.Request.Query["hub.challenge"]!);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        await OnEvents(ToldEvent.Read(body.ToArray()));
    }
}
