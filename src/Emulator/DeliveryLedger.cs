namespace PageMessagesGen.Emulator;

/// <summary>Keeps what was delivered, in order.</summary>
internal sealed class DeliveryLedger(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Delivery> _deliveries = [];
    private long _last;

    /// <summary>Writes a delivery down. Number, time and place in the list are settled here together, so all three agree.</summary>
    public void Append(Delivery delivery)
    {
        lock (_gate)
        {
            var time = clock.GetUtcNow();
            _deliveries.Add(delivery with { Sequence = ++_last, Time = time });
        }
    }

    /// <summary>Copies what there is now.</summary>
    public IReadOnlyList<Delivery> Snapshot()
    {
        lock (_gate)
            return [.. _deliveries];
    }

    /// <summary>Forgets everything; the numbers go on.</summary>
    public void Clear()
    {
        lock (_gate)
            _deliveries.Clear();
    }
}
