using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PageMessagesGen.Generated;

namespace PageMessagesGen.AspNetCore.Tests.Support;

/// <summary>What an application handles an event with.</summary>
internal delegate ValueTask Handling(TestEvent received, WebhookContext context, CancellationToken cancellationToken);

/// <summary>How a bot is set up. What a test does not say is as in production.</summary>
internal sealed class BotSetup
{
    public Handling Handle { get; init; } = (_, _, _) => default;

    public Action<WebhookReceiverOptions> Options { get; init; } = _ => { };

    public Action<IServiceCollection> Services { get; init; } = _ => { };

    public Action<IEndpointRouteBuilder>? Map { get; init; }

    public int Port { get; init; }
}

/// <summary>A bot that listens on a port of its own, and a server that posts to it.</summary>
internal sealed class Bot : IAsyncDisposable
{
    public const string Secret = "made-up-app-secret-4c1f";
    public const string VerifyToken = "made-up-verify-token-9a2b";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(TestEvent Event, WebhookContext Context)> _handled = [];
    private readonly SemaphoreSlim _ends = new(0);

    private Bot(WebApplication app, Logs logs) => (_app, Logs) = (app, logs);

    public Logs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The events whose handling has begun, in that order.</summary>
    public IReadOnlyList<TestEvent> Handled => [.. _handled.Select(h => h.Event)];

    public IReadOnlyList<WebhookContext> Contexts => [.. _handled.Select(h => h.Context)];

    public static async Task<Bot> StartAsync(BotSetup? setup = null)
    {
        setup ??= new BotSetup();
        var builder = WebApplication.CreateSlimBuilder();
        var logs = new Logs();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);

        // A loaded machine takes its time.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Patience);
        builder.WebHost.UseUrls($"http://127.0.0.1:{setup.Port}");
        WebhookEndpoints.Add(builder.Services, TestEvent.Webhook, WebhookEndpoints.By(options =>
        {
            options.AppSecrets.Add(Secret);
            options.VerifyToken = VerifyToken;
            setup.Options(options);
        }));
        setup.Services(builder.Services);
        var bot = new Bot(builder.Build(), logs);
        WebhookEndpoints.Map(bot._app, "/webhook", TestEvent.Description, bot.HandlingOf(setup.Handle));
        setup.Map?.Invoke(bot._app);
        try
        {
            await bot._app.StartAsync();
        }
        catch
        {
            await bot._app.DisposeAsync();
            throw;
        }

        bot.Http = new HttpClient { BaseAddress = new Uri(bot._app.Urls.First()), Timeout = Patience };
        return bot;
    }

    public static string Sign(string body, string secret = Secret) => Sign(Encoding.UTF8.GetBytes(body), secret);

    public static string Sign(byte[] body, string secret = Secret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";

    /// <summary>Posts a body with its signature.</summary>
    public Task<HttpStatusCode> PostAsync(string body) => PostAsync(body, Sign(body));

    /// <summary>Posts a body with a signature; null for none.</summary>
    public async Task<HttpStatusCode> PostAsync(string body, string? signature, string path = "/webhook")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        return await PostAsync(content, signature, path);
    }

    public async Task<HttpStatusCode> PostAsync(HttpContent content, string? signature, string path = "/webhook")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        using var response = await Http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.OK)
            Assert.Equal("", await response.Content.ReadAsStringAsync());
        return response.StatusCode;
    }

    /// <summary>Waits until the handling of some more events has ended.</summary>
    public async Task EndedAsync(int count)
    {
        for (; count > 0; count--)
            Assert.True(await _ends.WaitAsync(Patience), "An event is not handled.");
    }

    /// <summary>Waits until a log has something.</summary>
    public async Task<LogEntry> LoggedAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (Logs.Ours.FirstOrDefault(entry => entry.Text.Contains(text, StringComparison.Ordinal)) is { } entry)
                return entry;
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Waits until something is so.</summary>
    public async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(5, patience.Token);
    }

    public async Task StopAsync(TimeSpan? limit = null)
    {
        using var patience = new CancellationTokenSource(limit ?? Patience);
        await _app.StopAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await StopAsync(TimeSpan.FromMilliseconds(100));
        await _app.DisposeAsync();
        _ends.Dispose();
    }

    private Func<TestEvent, WebhookContext, CancellationToken, ValueTask> HandlingOf(Handling handle) => async (received, context, cancellationToken) =>
    {
        _handled.Enqueue((received, context));
        try
        {
            await handle(received, context, cancellationToken);
        }
        finally
        {
            _ends.Release();
        }
    };
}

/// <summary>A door that is shut until it is opened. Handlers wait in front of it.</summary>
internal sealed class Door
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody waits.</summary>
    public Task Reached => _reached.Task.WaitAsync(Bot.Patience);

    public async ValueTask PassAsync(CancellationToken cancellationToken = default)
    {
        _reached.TrySetResult();
        await _opened.Task.WaitAsync(cancellationToken);
    }

    public void Open() => _opened.TrySetResult();
}
