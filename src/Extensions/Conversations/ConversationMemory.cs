using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Conversations;

/// <summary>The conversations of a host: what the webhook received of customers, and what follows from it.</summary>
/// <remarks>
/// A store that fails stops neither events nor sends. What it could not write is kept in memory, because without it a window would seem to
/// be closed that is open.
/// </remarks>
internal sealed class ConversationMemory(IConversationStore store, TimeProvider time, CallLog log) : IMessagingWindows, IWebhookObserver
{
    private const int MostUnwritten = 10_000;

    // A store that hangs does not hold up sends.
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(1);

    // Each send and each event would log the same.
    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    private readonly MemoryConversationStore _unwritten = new(MostUnwritten);
    private long _logged = long.MinValue;

    /// <inheritdoc/>
    public async ValueTask<CustomerWindows> FindAsync(string pageId, string customerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pageId);
        ArgumentNullException.ThrowIfNull(customerId);
        var stored = await store.FindLastActionAsync(pageId, customerId, cancellationToken).ConfigureAwait(false);
        return new(Later(stored, _unwritten.Find(pageId, customerId)), time.GetUtcNow());
    }

    /// <summary>Finds the windows of a customer for a send. A store that fails means that they are not known.</summary>
    public async ValueTask<CustomerWindows> FindForSendAsync(string pageId, string customerId, CancellationToken cancellationToken)
    {
        try
        {
            var finding = FindAsync(pageId, customerId, cancellationToken);
            return finding.IsCompletedSuccessfully ? finding.Result : await finding.AsTask().WaitAsync(LongestRead, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log(exception);
            return new(null, time.GetUtcNow());
        }
    }

    /// <summary>Remembers what a customer did. A time in the future, by a clock that is ahead, would keep the window open too long.</summary>
    public async ValueTask ObserveAsync(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(context);
        if (!received.OpensWindow || received.CustomerId is not { Length: > 0 } customer || context is { IsSample: true } or { PageId: "" })
            return;
        var now = time.GetUtcNow();
        var happened = received.Time ?? context.Time ?? now;
        if (happened > now)
            happened = now;
        try
        {
            await store.RecordActionAsync(context.PageId, customer, happened, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _unwritten.Record(context.PageId, customer, happened);
            cancellationToken.ThrowIfCancellationRequested();
            Log(exception);
        }
    }

    private void Log(Exception exception)
    {
        var (now, last) = (time.GetUtcNow().Ticks, Interlocked.Read(ref _logged));
        if (now - LogInterval.Ticks >= last && Interlocked.CompareExchange(ref _logged, now, last) == last)
            log.ConversationsFailed(exception);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
