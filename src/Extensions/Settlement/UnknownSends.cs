using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Settlement;

/// <summary>Remembers the messages that are being sent and those whose outcome is unknown, until their echoes arrive.</summary>
internal sealed class UnknownSends(IOptions<UnknownSendOptions> options, TimeProvider time, CallLog log) : IUnknownSends, IWebhookObserver
{
    // People recognize it in the metadata of a message.
    private const string Prefix = "pmg-";
    private const int RandomBytes = 16;

    private readonly object _gate = new();
    private readonly int _capacity = Math.Max(1, options.Value.Capacity);
    private readonly TimeSpan _life = options.Value.GiveUpAfter;
    private readonly Dictionary<string, TrackedSend> _sends = new(StringComparer.Ordinal);
    private readonly LinkedList<TrackedSend> _unknown = [];
    private readonly Queue<TrackedSend> _settled = new();
    private readonly List<Channel<SettledSend>> _readers = [];

    /// <inheritdoc/>
    public IReadOnlyList<UnknownSend> Open
    {
        get
        {
            lock (_gate)
            {
                Trim();
                return [.. _unknown.Select(send => send.AsUnknown())];
            }
        }
    }

    /// <inheritdoc/>
    public async Task<SettledSend?> WaitAsync(string correlation, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(correlation);
        TrackedSend? send;
        lock (_gate)
        {
            Trim();
            send = _sends.GetValueOrDefault(correlation);
        }

        if (send is null)
            return null;
        await send.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return send.MessageId is null ? null : send.AsSettled();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SettledSend> ReadSettledAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<SettledSend>(new BoundedChannelOptions(_capacity) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
            _readers.Add(channel);
        try
        {
            await foreach (var settled in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return settled;
        }
        finally
        {
            lock (_gate)
                _readers.Remove(channel);
        }
    }

    /// <summary>Settles the message of an echo. Samples and echoes of other messages settle nothing.</summary>
    public ValueTask ObserveAsync(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(context);
        if (received.Echo is { Correlation: { } correlation, MessageId: { Length: > 0 } id } && !context.IsSample)
            Settle(correlation, id, context.PageId, received.CustomerId);
        return default;
    }

    /// <summary>Begins to wait for the echo of a message.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accountId">The Instagram account that is linked to the Page, or null.</param>
    /// <returns>The call with a correlation; null if the message cannot be recognized.</returns>
    public (PageCall<TAnswer> Call, TrackedSend Send)? Begin<TAnswer>(in PageCall<TAnswer> call, string? accountId)
        where TAnswer : class
    {
        if (!call.IsEchoed || call.PageId == "me")
            return null;
        var correlation = NewCorrelation();
        if (call.WithCorrelation(correlation) is not { } correlated)
            return null;
        var send = new TrackedSend(call.Name, correlation, call.PageId, accountId, call.Customer, call.Receiver);
        lock (_gate)
            _sends.Add(correlation, send);
        return (correlated, send);
    }

    /// <summary>Ends a message whose outcome is known.</summary>
    public void Forget(TrackedSend send)
    {
        lock (_gate)
        {
            if (!send.IsUnknown)
                _sends.Remove(send.Correlation);
        }
    }

    /// <summary>Remembers a message whose outcome is unknown.</summary>
    /// <returns>False if it was settled meanwhile.</returns>
    public bool Keep(TrackedSend send)
    {
        lock (_gate)
        {
            if (send.MessageId is not null)
                return false;
            send.Since = time.GetUtcNow();
            send.Node = _unknown.AddLast(send);
            Trim();
            return true;
        }
    }

    private static string NewCorrelation()
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return Prefix + Convert.ToHexString(random);
    }

    private void Settle(string correlation, string id, string pageId, string? customer)
    {
        TrackedSend? send;
        lock (_gate)
        {
            // The first echo counts. A second one with another id is of a message that copied the metadata.
            if (!_sends.TryGetValue(correlation, out send) || send.MessageId is not null || !send.IsOf(pageId, customer))
                return;
            send.Settle(id, time.GetUtcNow());
            if (!send.IsUnknown)
                return;
            _unknown.Remove(send.Node!);
            _settled.Enqueue(send);
            Trim();
            foreach (var reader in _readers)
                reader.Writer.TryWrite(send.AsSettled());
        }

        log.Settled(send.Operation, pageId, send.Settled - send.Since);
        CallTelemetry.Settled(send.Operation, isInTime: false);
    }

    // Gives up what is too old or too much.
    private void Trim()
    {
        var oldest = time.GetUtcNow() - _life;
        while (_unknown.First is { Value: var send } && (_unknown.Count > _capacity || send.Since < oldest))
        {
            _unknown.RemoveFirst();
            _sends.Remove(send.Correlation);
            send.End();
        }

        while (_settled.TryPeek(out var send) && (_settled.Count > _capacity || send.Settled < oldest))
            _sends.Remove(_settled.Dequeue().Correlation);
    }
}
