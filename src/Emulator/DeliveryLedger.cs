namespace PageMessagesGen.Emulator;

/// <summary>Stores the latest deliveries in order.</summary>
/// <param name="clock">The clock for the times of deliveries.</param>
/// <param name="capacity">The maximum number of deliveries. With one more, the oldest is dropped.</param>
internal sealed class DeliveryLedger(TimeProvider clock, int capacity = int.MaxValue)
{
    private readonly Lock _gate = new();
    private readonly Queue<Delivery> _deliveries = [];
    private long _last;
    private long _dropped;

    /// <summary>Gets the number of deliveries that were dropped because there were too many.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Adds a delivery. The number, the time and the position are assigned in one step, so they are consistent.</summary>
    public void Append(Delivery delivery)
    {
        lock (_gate)
        {
            var time = clock.GetUtcNow();
            _deliveries.Enqueue(delivery with { Sequence = ++_last, Time = time });
            if (_deliveries.Count <= capacity)
                return;
            _deliveries.Dequeue();
            _dropped++;
        }
    }

    /// <summary>Gets a copy of the current deliveries.</summary>
    public IReadOnlyList<Delivery> Snapshot()
    {
        lock (_gate)
            return [.. _deliveries];
    }

    /// <summary>Removes all deliveries. The numbering continues, and they do not count as dropped.</summary>
    public void Clear()
    {
        lock (_gate)
            _deliveries.Clear();
    }
}
