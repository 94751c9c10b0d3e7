namespace PageMessagesGen.Receiving;

/// <summary>Why events are not accepted.</summary>
internal enum Refusal
{
    /// <summary>They are accepted.</summary>
    None,

    /// <summary>Too many are waiting.</summary>
    Capacity,

    /// <summary>The host stops.</summary>
    Stopping,
}

/// <summary>Counts the events that are accepted and not handled yet.</summary>
internal sealed class Places(int capacity)
{
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private bool _isClosed;
    private int _taken;

    /// <summary>Gets the number of events.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Takes places for all events of a body, or for none of them.</summary>
    public Refusal Take(int count)
    {
        lock (_gate)
        {
            if (_isClosed)
                return Refusal.Stopping;

            // A body that is larger than the capacity would be refused forever.
            if (_taken > 0 && count > capacity - _taken)
                return Refusal.Capacity;
            _taken += count;
            return Refusal.None;
        }
    }

    /// <summary>Gives places back.</summary>
    public void Leave(int count)
    {
        lock (_gate)
        {
            _taken -= count;
            EndIfDrained();
        }
    }

    /// <summary>Gives no more places. The task ends when all were given back.</summary>
    public Task Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            EndIfDrained();
        }

        return _drained.Task;
    }

    private void EndIfDrained()
    {
        if (_isClosed && _taken == 0)
            _drained.TrySetResult();
    }
}
