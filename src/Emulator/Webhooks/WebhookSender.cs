using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>Whether a webhook knows the verify token.</summary>
/// <param name="IsVerified">A value that indicates whether it does.</param>
/// <param name="Reason">The reason why it does not, or why that is unknown; null if it does.</param>
internal sealed record WebhookVerification(bool IsVerified, string? Reason);

/// <summary>
/// Posts events to the webhook, in order: those that wait for the same object together. A body that the webhook does not take is posted again,
/// and the others wait. The webhook is verified at the start and, until it is, before each attempt.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    /// <summary>The maximum number of events in a body.</summary>
    public const int MostTogether = 1000;

    /// <summary>The maximum number of events that wait.</summary>
    public const int MostWaiting = 100_000;

    private const string Hidden = "[hidden]";

    // The time after which a running call is left to itself.
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly Action<JournalEntry> _report;
    private readonly WebhookConnection _connection;
    private readonly WebhookQueue _queue;
    private readonly int _capacity;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private volatile WebhookVerification _verification = new(false, "The webhook has not been called.");
    private volatile TaskCompletionSource _wake = new();
    private int _verifications;
    private int _disposed;

    /// <summary>Creates a sender, which starts with a verification.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="clock">The clock of waits and time limits.</param>
    /// <param name="report">Takes an entry for each call of the webhook, and for events that are dropped.</param>
    /// <param name="connection">The connection, which the sender disposes; null for a new one.</param>
    /// <param name="capacity">The maximum number of events that wait. Further ones are dropped.</param>
    public WebhookSender(WebhookOptions options, TimeProvider clock, Action<JournalEntry> report, WebhookConnection? connection = null, int capacity = MostWaiting)
    {
        (_options, _clock, _report, _capacity) = (options, clock, report, capacity);
        _connection = connection ?? new WebhookConnection(options, clock);
        _queue = new WebhookQueue(capacity);
        _running = Task.Run(() => RunAsync(_stop.Token));
    }

    /// <summary>Gets the callback URL.</summary>
    public Uri Url => _options.Url;

    /// <summary>Gets the result of the latest verification.</summary>
    public WebhookVerification Verification => _verification;

    /// <summary>Gets a value that indicates whether the webhook is verified.</summary>
    public bool IsVerified => _verification.IsVerified;

    /// <summary>Adds an event, which is posted soon. Does not wait.</summary>
    public void Add(WebhookEvent item)
    {
        if (!_queue.TryAdd(item))
            ReportDropped([item], item.Json, 0, string.Create(CultureInfo.InvariantCulture, $"The event was dropped: {_capacity} are waiting."));
    }

    /// <summary>Waits until no event waits and no call is running.</summary>
    public Task WhenIdleAsync(CancellationToken ct) => _queue.Idle.WaitAsync(ct);

    /// <summary>Verifies the webhook again. If it is verified, events that wait for their next attempt are posted at once.</summary>
    public async Task<WebhookVerification> VerifyAsync(CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, _stop.Token);
        var result = await VerifyNowAsync(both.Token).ConfigureAwait(false);
        if (result.IsVerified)
            _wake.TrySetResult();
        return result;
    }

    /// <summary>Stops. Events that wait are dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)_running.WaitAsync(Farewell)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _queue.Close();
        _connection.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await VerifyNowAsync(ct).ConfigureAwait(false);
            while (true)
                await DeliverAsync(await _queue.TakeAsync(MostTogether, ct).ConfigureAwait(false), ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            _queue.Close();
        }
        catch (Exception exception)
        {
            // An error of the emulator. Those who wait for the sender see it.
            _queue.Close(exception);
        }
    }

    private async Task DeliverAsync(IReadOnlyList<WebhookEvent> events, CancellationToken ct)
    {
        var text = WebhookEnvelope.Write(events, _clock.GetUtcNow());
        var body = Encoding.ASCII.GetBytes(text);
        var start = _clock.GetTimestamp();
        var posts = 0;
        for (var failures = 1; ; failures++)
        {
            if (IsVerified || (await VerifyNowAsync(ct).ConfigureAwait(false)).IsVerified)
            {
                if (await PostAsync(events, text, body, ++posts, ct).ConfigureAwait(false))
                    return;
            }

            if (WebhookSchedule.NextWait(failures, _clock.GetElapsedTime(start)) is not { } wait)
            {
                ReportDropped(events, text, posts, string.Create(CultureInfo.InvariantCulture, $"{events.Count} events were dropped, after an hour of failures."));
                return;
            }

            await WaitAsync(wait, ct).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken ct)
    {
        var wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _wake = wake;
        await wake.Task.WaitAsync(wait, _clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    private async Task<bool> PostAsync(IReadOnlyList<WebhookEvent> events, string text, byte[] body, int number, CancellationToken ct)
    {
        var answer = await _connection.PostAsync(body, ct).ConfigureAwait(false);
        var error = ErrorOf(answer);
        Report(EntryOf(events, text) with { Method = "POST", Status = answer.Status, Answer = Hide(answer.Body) }, number, answer.Duration, error);
        return error is null;
    }

    private async Task<WebhookVerification> VerifyNowAsync(CancellationToken ct)
    {
        var challenge = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var answer = await _connection.VerifyAsync(challenge, ct).ConfigureAwait(false);
        var error = ErrorOf(answer) ?? (answer.Body == challenge ? null : "The webhook responded with something else than the challenge.");
        var result = _verification = new WebhookVerification(error is null, error);
        var entry = new JournalEntry { Kind = JournalKind.Webhook, PageId = "", Method = "GET", Status = answer.Status, Answer = Hide(answer.Body) };
        Report(entry, Interlocked.Increment(ref _verifications), answer.Duration, error);
        return result;
    }

    private static string? ErrorOf(WebhookAnswer answer) => answer.Status switch
    {
        null => answer.Error,
        (int)HttpStatusCode.OK => null,
        { } status => string.Create(CultureInfo.InvariantCulture, $"The webhook responded with status {status} instead of 200."),
    };

    private void ReportDropped(IReadOnlyList<WebhookEvent> events, string text, int number, string error) =>
        Report(EntryOf(events, text), number, TimeSpan.Zero, error);

    // A body can have events of several Pages and customers. The entry is about the first Page, and about a customer if there is only one.
    private static JournalEntry EntryOf(IReadOnlyList<WebhookEvent> events, string text) => new()
    {
        Kind = JournalKind.Webhook,
        PageId = events[0].PageId,
        PersonId = events.All(e => e.PersonId == events[0].PersonId) ? events[0].PersonId : null,
        Request = text,
    };

    private void Report(JournalEntry entry, int number, TimeSpan duration, string? error) =>
        _report(entry with { Path = Url.AbsolutePath, Webhook = new WebhookAttempt(Url.AbsoluteUri, number, duration, error) });

    // A webhook that is being debugged may respond with what it was asked, as in its URL or in JSON, or with its settings. One secret can be
    // a part of the other, so the longer ones come first.
    private string Hide(string answer) => Forms(_options.AppSecret).Concat(Forms(_options.VerifyToken)).OrderByDescending(form => form.Length)
        .Aggregate(answer, (text, form) => text.Replace(form, Hidden, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        WebUtility.UrlEncode(secret),
        WebUtility.HtmlEncode(secret),
        JsonEncodedText.Encode(secret).ToString(),
        JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
    ];
}
