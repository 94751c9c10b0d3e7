using System.Collections.Concurrent;
using System.Diagnostics;

namespace PageMessagesGen.Http;

/// <summary>
/// A time limit for reading an answer. It only begins to tick when there is something to wait for: the body has usually come
/// with the headers. One that did not run out is used again.
/// </summary>
internal sealed class ReadingClock : CancellationTokenSource
{
    private const int MostKept = 64;
    private static readonly ConcurrentQueue<ReadingClock> Kept = new();

    private CancellationTokenRegistration _caller;
    private bool _isTicking;

    private ReadingClock()
    {
    }

    /// <summary>Gives a clock that does not tick yet.</summary>
    public static ReadingClock Take() => Kept.TryDequeue(out var clock) ? clock : new ReadingClock();

    /// <summary>Sees to it that the clock ticks.</summary>
    /// <param name="started">When the call began.</param>
    /// <param name="limit">How long the call may take, from then on.</param>
    /// <param name="cancellationToken">The caller's wish to give up.</param>
    public void Tick(long started, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_isTicking)
            return;
        _isTicking = true;
        _caller = cancellationToken.UnsafeRegister(static clock => ((ReadingClock)clock!).Cancel(), this);
        if (limit == Timeout.InfiniteTimeSpan)
            return;
        var left = limit - Stopwatch.GetElapsedTime(started);
        CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    /// <summary>Takes the clock back. Nobody may look at its token any more.</summary>
    public void Return()
    {
        _caller.Dispose(); // waits, should the caller be giving up at this moment
        _caller = default;
        _isTicking = false;
        if (TryReset() && Kept.Count < MostKept)
            Kept.Enqueue(this);
        else
            Dispose();
    }
}
