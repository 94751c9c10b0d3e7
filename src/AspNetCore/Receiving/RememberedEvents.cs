namespace PageMessagesGen.Receiving;

/// <summary>Remembers events in memory. The oldest are forgotten.</summary>
internal sealed class RememberedEvents(int capacity) : IReceivedEvents
{
    private readonly HashSet<Guid> _keys = [];
    private readonly Queue<Guid> _order = [];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<bool>> ClaimAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var isNew = new bool[keys.Count];
        lock (_keys)
        {
            for (var i = 0; i < isNew.Length; i++)
                isNew[i] = Claim(keys[i]);
        }

        return new(isNew);
    }

    private bool Claim(Guid key)
    {
        if (!_keys.Add(key))
            return false;
        _order.Enqueue(key);
        if (_order.Count > capacity)
            _keys.Remove(_order.Dequeue());
        return true;
    }
}
