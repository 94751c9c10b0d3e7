using System.Runtime.InteropServices;

namespace PageMessagesGen.Receiving;

/// <summary>
/// Takes events to what is done with them: those about the same subject one after the other, in the order in which they were added, and
/// those about different subjects at the same time.
/// </summary>
/// <remarks>
/// A lane that is empty takes no memory. Lanes take turns after each event, so that nobody waits behind all that somebody else wrote. A
/// channel for each subject would need a reader and an end of its own; these are queues under one lock.
/// </remarks>
/// <param name="maxConcurrency">The number of lanes that move at the same time.</param>
/// <param name="run">What is done with an event. It reports its errors.</param>
internal sealed class EventLanes(int maxConcurrency, Func<AcceptedEvent, Task> run)
{
    private readonly Dictionary<(string, string, string?), Queue<AcceptedEvent>> _lanes = [];

    // Lanes with events of which none is in progress.
    private readonly Queue<Queue<AcceptedEvent>> _ready = [];

    private int _running;

    /// <summary>Gets the number of lanes that have events.</summary>
    public int Count
    {
        get
        {
            lock (_lanes)
                return _lanes.Count;
        }
    }

    /// <summary>Adds events. It returns before anything is done with them.</summary>
    public void Add(IReadOnlyList<AcceptedEvent> events)
    {
        int starts;
        lock (_lanes)
        {
            foreach (var accepted in events)
                Add(accepted);
            starts = Math.Min(_ready.Count, maxConcurrency - _running);
            _running += starts;
        }

        // Not in the context of the request, which ends before.
        for (; starts > 0; starts--)
            ThreadPool.UnsafeQueueUserWorkItem(static lanes => _ = lanes.MoveAsync(), this, preferLocal: false);
    }

    private void Add(AcceptedEvent accepted)
    {
        ref var lane = ref CollectionsMarshal.GetValueRefOrAddDefault(_lanes, accepted.Subject, out var exists);
        if (!exists)
            _ready.Enqueue(lane = new Queue<AcceptedEvent>(1));
        lane!.Enqueue(accepted);
    }

    private async Task MoveAsync()
    {
        while (Next() is { } next)
        {
            try
            {
                await run(next.First).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Reporting an error can fail too, as when a log throws. That must not stop the lane, nor take away its place.
            }

            Leave(next.Lane, next.First);
        }
    }

    // The event stays in its lane while something is done with it, so that the lane stays.
    private (Queue<AcceptedEvent> Lane, AcceptedEvent First)? Next()
    {
        lock (_lanes)
        {
            if (_ready.TryDequeue(out var lane))
                return (lane, lane.Peek());
            _running--;
            return null;
        }
    }

    private void Leave(Queue<AcceptedEvent> lane, AcceptedEvent accepted)
    {
        lock (_lanes)
        {
            lane.Dequeue();
            if (lane.Count > 0)
                _ready.Enqueue(lane);
            else
                _lanes.Remove(accepted.Subject);
        }
    }
}
