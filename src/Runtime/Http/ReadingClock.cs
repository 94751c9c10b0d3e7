namespace PageMessagesGen.Http;

/// <summary>
/// A time limit for reading an answer. It only begins to tick when there is something to wait for: the body has usually come
/// with the headers. One that did not run out is used again.
/// </summary>
internal sealed class ReadingClock : CancellationTokenSource
{
    // One is enough for each thread: nearly every answer is read without waiting, and so without another call in between.
    [ThreadStatic]
    private static ReadingClock? _spare;

    private CancellationTokenRegistration _caller;
    private bool _isTicking;

    private ReadingClock()
    {
    }

    /// <summary>Gives a clock that does not tick yet.</summary>
    public static ReadingClock Take()
    {
        var clock = _spare;
        _spare = null;
        return clock ?? new ReadingClock();
    }

    /// <summary>Sees to it that the clock ticks.</summary>
    /// <param name="started">When the call began, by <see cref="Environment.TickCount64"/>.</param>
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
        var left = limit - TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
        CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    /// <summary>Gives the clock up after a read that failed. It leaves nothing behind with the caller's token, which may live long.</summary>
    public void Abandon()
    {
        _caller.Dispose();
        _caller = default;
        Dispose();
    }

    /// <summary>Takes the clock back. Nobody may look at its token any more.</summary>
    public void Return()
    {
        if (_isTicking)
        {
            _caller.Dispose(); // waits, should the caller be giving up at this moment
            _caller = default;
            _isTicking = false;
        }

        if (_spare is null && TryReset())
            _spare = this;
        else
            Dispose();
    }
}
