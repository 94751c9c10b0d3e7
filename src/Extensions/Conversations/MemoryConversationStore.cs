namespace PageMessagesGen.Conversations;

/// <summary>Remembers in memory when customers last acted. It is bounded: of two generations, the older one is dropped when the newer one is full.</summary>
internal sealed class MemoryConversationStore(int capacity) : IConversationStore
{
    private readonly object _gate = new();
    private readonly int _half = Math.Max(1, capacity / 2);
    private Dictionary<(string PageId, string CustomerId), DateTimeOffset> _new = [];
    private Dictionary<(string PageId, string CustomerId), DateTimeOffset> _old = [];

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> FindLastActionAsync(string pageId, string customerId, CancellationToken cancellationToken) => new(Find(pageId, customerId));

    /// <inheritdoc/>
    public ValueTask RecordActionAsync(string pageId, string customerId, DateTimeOffset time, CancellationToken cancellationToken)
    {
        Record(pageId, customerId, time);
        return default;
    }

    /// <summary>Finds when a customer last acted; null if it is not known.</summary>
    public DateTimeOffset? Find(string pageId, string customerId)
    {
        lock (_gate)
            return FindIn((pageId, customerId));
    }

    /// <summary>Remembers that a customer acted.</summary>
    public void Record(string pageId, string customerId, DateTimeOffset time)
    {
        var key = (pageId, customerId);
        lock (_gate)
        {
            var last = FindIn(key) is { } known && known > time ? known : time;
            if (!_new.ContainsKey(key) && _new.Count >= _half)
                (_old, _new) = (_new, []);
            _new[key] = last;
        }
    }

    private DateTimeOffset? FindIn((string PageId, string CustomerId) key) =>
        _new.TryGetValue(key, out var time) || _old.TryGetValue(key, out time) ? time : null;
}
