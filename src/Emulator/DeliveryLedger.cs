namespace PageMessagesGen.Emulator;

/// <summary>Stores the deliveries in order.</summary>
internal sealed class DeliveryLedger(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Delivery> _deliveries = [];
    private long _last;

    /// <summary>Adds a delivery. The number, the time and the position are assigned in one step, so they are consistent.</summary>
    public void Append(Delivery delivery)
    {
        lock (_gate)
        {
            var time = clock.GetUtcNow();
            _deliveries.Add(delivery with { Sequence = ++_last, Time = time });
        }
    }

    /// <summary>Gets a copy of the current deliveries.</summary>
    public IReadOnlyList<Delivery> Snapshot()
    {
        lock (_gate)
            return [.. _deliveries];
    }

    /// <summary>Removes all deliveries. The numbering continues.</summary>
    public void Clear()
    {
        lock (_gate)
            _deliveries.Clear();
    }
}
