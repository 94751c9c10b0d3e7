namespace PageMessagesGen.Emulator.Limits;

/// <summary>The calls of the last second.</summary>
internal sealed class CallWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private readonly Queue<DateTimeOffset> _calls = [];

    /// <summary>Gets the number of calls in the second before the last one, which is included.</summary>
    public int Count => _calls.Count;

    /// <summary>Adds a call.</summary>
    public void Add(DateTimeOffset now)
    {
        while (_calls.TryPeek(out var first) && now - first >= Length)
            _calls.Dequeue();
        _calls.Enqueue(now);
    }
}
