namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>The events that wait for the webhook, in order, for one reader.</summary>
/// <param name="capacity">The maximum number of events.</param>
internal sealed class WebhookQueue(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<(long Number, WebhookEvent Event)> _messenger = [];
    private readonly Queue<(long Number, WebhookEvent Event)> _instagram = [];
    private long _last;
    private bool _isClosed;
    private TaskCompletionSource _arrival = NewSource();

    // The reader is busy until it waits.
    private TaskCompletionSource _idle = NewSource();

    /// <summary>Gets a task that ends when all events that were added so far have been read and processed.</summary>
    public Task Idle
    {
        get
        {
            lock (_gate)
                return _idle.Task;
        }
    }

    /// <summary>Adds an event.</summary>
    /// <returns><see langword="true"/> if there was room; otherwise, <see langword="false"/>.</returns>
    public bool TryAdd(WebhookEvent item)
    {
        lock (_gate)
        {
            if (_messenger.Count + _instagram.Count >= capacity)
                return false;
            if (_isClosed)
                return true;
            (item.IsInstagram ? _instagram : _messenger).Enqueue((++_last, item));
            if (_idle.Task.IsCompleted)
                _idle = NewSource();
            _arrival.TrySetResult();
            return true;
        }
    }

    /// <summary>
    /// Waits for events and removes those of one object, up to a number: those of Messenger, or those of Instagram if one of them has waited
    /// for longer.
    /// </summary>
    public async Task<IReadOnlyList<WebhookEvent>> TakeAsync(int most, CancellationToken ct)
    {
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                if (Take(most) is { Count: > 0 } events)
                    return events;
                _idle.TrySetResult();
                if (_arrival.Task.IsCompleted)
                    _arrival = NewSource();
                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Ends: events are no longer accepted, and nobody waits.</summary>
    public void Close(Exception? error = null)
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_idle.Task.IsCompleted && error is not null)
                _idle = NewSource();
            if (error is null)
                _idle.TrySetResult();
            else
                _idle.TrySetException(error);
        }
    }

    private List<WebhookEvent> Take(int most)
    {
        var queue = NumberOf(_messenger) <= NumberOf(_instagram) ? _messenger : _instagram;
        var events = new List<WebhookEvent>();
        while (events.Count < most && queue.TryDequeue(out var item))
            events.Add(item.Event);
        return events;
    }

    private static long NumberOf(Queue<(long Number, WebhookEvent Event)> queue) => queue.TryPeek(out var first) ? first.Number : long.MaxValue;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
