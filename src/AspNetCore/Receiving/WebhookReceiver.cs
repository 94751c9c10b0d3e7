using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Receiving;

/// <summary>Accepts the events of a webhook, and has them observed and handled.</summary>
/// <remarks>
/// Observers do not wait for handlers. A handler that waits until an echo of its own message is observed would otherwise wait for itself,
/// because the echo is about the same customer.
/// </remarks>
internal sealed class WebhookReceiver : IDisposable
{
    // For handlers that were told to end.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly string _webhook;
    private readonly WebhookReceiverOptions _options;
    private readonly IReceivedEvents _received;
    private readonly IReadOnlyList<IWebhookObserver> _observers;
    private readonly ReceiverLog _log;
    private readonly TimeProvider _time;
    private readonly Places _places;
    private readonly EventLanes _observing;
    private readonly EventLanes _handling;
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationToken _end;
    private readonly WebhookTelemetry.Waiting _waiting;
    private int _lost;
    private int _reported;

    public WebhookReceiver(string webhook, WebhookReceiverOptions options, IReceivedEvents received, IReadOnlyList<IWebhookObserver> observers, ReceiverLog log, TimeProvider time)
    {
        (_webhook, _options, _received, _observers, _log, _time) = (webhook, options, received, observers, log, time);
        _end = _ending.Token;
        _places = new Places(options.Capacity);
        _observing = new EventLanes(options.MaxConcurrency, ObserveAsync);
        _handling = new EventLanes(options.MaxConcurrency, HandleAsync);
        _waiting = WebhookTelemetry.ObserveWaiting(webhook, () => _places.Taken);
    }

    /// <summary>Gets the number of subjects whose events are observed or handled.</summary>
    public int Lanes => _observing.Count + _handling.Count;

    /// <summary>Accepts the events of a body. They are handled later.</summary>
    /// <returns>Why all of them are refused.</returns>
    /// <remarks>
    /// The places are taken before the events are remembered. If a body had to be forgotten again, a second delivery of it could have been
    /// taken for a duplicate in the meantime, and then nobody would handle it.
    /// </remarks>
    public async ValueTask<Refusal> AcceptAsync(IReadOnlyList<AcceptedEvent> events)
    {
        var refusal = _places.Take(events.Count);
        if (refusal != Refusal.None)
            return refusal;
        IReadOnlyList<AcceptedEvent> fresh;
        try
        {
            fresh = await ClaimAsync(events).ConfigureAwait(false);
        }
        catch
        {
            _places.Leave(events.Count);
            throw;
        }

        // Before anything is reported: a log can throw, and what is claimed is not accepted again.
        var duplicates = events.Count - fresh.Count;
        (_observers.Count > 0 ? _observing : _handling).Add(fresh);
        _places.Leave(duplicates);
        WebhookTelemetry.Received(_webhook, events.Count, duplicates);
        if (duplicates > 0)
            _log.Duplicates(_webhook, duplicates);
        return Refusal.None;
    }

    /// <summary>Accepts no more events.</summary>
    public void Close()
    {
        _ = _places.Close();
        _log.Closed(_webhook, _places.Taken);
    }

    /// <summary>Waits until the events that were accepted are handled. When the time is over, their handling is canceled.</summary>
    /// <param name="cancellationToken">The limit of the host.</param>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var drained = _places.Close();
        try
        {
            await drained.WaitAsync(_options.DrainTimeout, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception limit) when (limit is TimeoutException or OperationCanceledException)
        {
            await EndAsync().ConfigureAwait(false);
            await Task.WhenAny(drained, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false);
        }

        // An application that stops itself can stop its host twice, which loses nothing more.
        var lost = Volatile.Read(ref _lost) + _places.Taken;
        var further = lost - Interlocked.Exchange(ref _reported, lost);
        if (further > 0)
        {
            WebhookTelemetry.Lost(_webhook, further);
            _log.Lost(_webhook, further);
        }
    }

    /// <summary>Cancels what is still handled. A container disposes a service once for each of its registrations.</summary>
    public void Dispose()
    {
        _ = _places.Close();
        if (!_end.IsCancellationRequested)
            EndAsync().GetAwaiter().GetResult();
        _ending.Dispose();
        _waiting.Dispose();
    }

    // Handlers can register callbacks, and those can throw.
    private async Task EndAsync()
    {
        try
        {
            await _ending.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException failure)
        {
            _log.CallbackFailed(_webhook, failure);
        }
    }

    private async ValueTask<IReadOnlyList<AcceptedEvent>> ClaimAsync(IReadOnlyList<AcceptedEvent> events)
    {
        var keys = events.Select(accepted => EventKey.Of(_webhook, accepted)).ToList();
        var claimed = keys.OfType<Guid>().ToList();
        if (claimed.Count == 0)
            return events;
        var isNew = await _received.ClaimAsync(claimed, _end).ConfigureAwait(false);
        if (isNew.Count != claimed.Count)
            throw new InvalidOperationException($"{nameof(IReceivedEvents)} must return a value for each key.");
        var next = 0;
        return [.. events.Where((_, i) => keys[i] is null || isNew[next++])];
    }

    private async Task ObserveAsync(AcceptedEvent accepted)
    {
        try
        {
            foreach (var observer in _observers)
                await ObserveAsync(observer, accepted).ConfigureAwait(false);
        }
        finally
        {
            _handling.Add([accepted]);
        }
    }

    private async ValueTask ObserveAsync(IWebhookObserver observer, AcceptedEvent accepted)
    {
        try
        {
            if (!_end.IsCancellationRequested)
                await observer.ObserveAsync(accepted.Event, accepted.Context, _end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The host has stopped, and the event counts as lost.
        }
        catch (Exception failure)
        {
            _log.ObserverFailed(observer.GetType(), accepted, failure);
        }
    }

    private async Task HandleAsync(AcceptedEvent accepted)
    {
        try
        {
            if (_end.IsCancellationRequested)
                Interlocked.Increment(ref _lost);
            else
                await WebhookTelemetry.ObserveAsync(_webhook, accepted, _end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            Interlocked.Increment(ref _lost);
        }
        catch (Exception failure)
        {
            _log.HandlerFailed(accepted, failure);
        }
        finally
        {
            _places.Leave(1);
        }
    }
}
