using System.Threading.Channels;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>A test with a webhook, and a sender whose clock stands still.</summary>
public abstract class WebhookTest : IAsyncLifetime
{
    internal const string PageId = "100200300400500";
    internal const string Person = "4471239905512287";

    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<JournalEntry> _reports = Channel.CreateUnbounded<JournalEntry>();

    internal TimerClock Clock { get; } = new();

    internal WebhookListener Listener { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Listener = await WebhookListener.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Listener.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal WebhookSender Start(WebhookOptions? options = null, TimeProvider? clock = null, int capacity = WebhookSender.MostWaiting) =>
        new(options ?? Listener.Options(), clock ?? Clock, entry => _reports.Writer.TryWrite(entry), capacity: capacity);

    /// <summary>Starts a sender, and waits for the verification.</summary>
    internal async Task<WebhookSender> StartVerifiedAsync(WebhookOptions? options = null, TimeProvider? clock = null, int capacity = WebhookSender.MostWaiting)
    {
        var sender = Start(options, clock, capacity);
        Assert.Null((await NextReportAsync()).Webhook!.Error);
        return sender;
    }

    internal async Task<JournalEntry> NextReportAsync() => await _reports.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    internal static Task IdleAsync(WebhookSender sender) => sender.WhenIdleAsync(CancellationToken.None).WaitAsync(Patience);

    internal static WebhookOrigin Origin(string pageId = PageId, bool isInstagram = false) =>
        new(pageId, Person, isInstagram, DateTimeOffset.FromUnixTimeMilliseconds(1_764_320_400_000));

    internal static WebhookEvent Text(string text, string pageId = PageId, bool isInstagram = false, bool isStandby = false) =>
        WebhookEvents.Message(Origin(pageId, isInstagram) with { IsStandby = isStandby }, new WebhookMessage("m_1") { Text = text });
}
