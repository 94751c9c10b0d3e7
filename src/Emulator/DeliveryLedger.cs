namespace PageMessagesGen.Emulator;

/// <summary>Keeps what was delivered, in order.</summary>
internal sealed class DeliveryLedger(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Delivery> _deliveries = [];
    private long _last;

    /// <summary>Writes a delivery down. Number, time and place in the list are settled together, so all three agree.</summary>
    public void Append(string pageId, string operation, RecipientAddress? recipient, string? messageId, string body)
    {
        lock (_gate)
        {
            var time = clock.GetUtcNow();
            _deliveries.Add(new Delivery(++_last, time, pageId, operation, recipient, messageId, body));
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
