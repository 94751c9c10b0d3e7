namespace PageMessagesGen.Http;

/// <summary>
/// A time limit for reading a response. It starts only if the read has to wait, because the body usually arrives with the headers. A
/// clock that has not expired is reused.
/// </summary>
internal sealed class ResponseTimeout : CancellationTokenSource
{
    // One for each thread is enough: most responses are read without waiting, and therefore without another call in between.
    [ThreadStatic]
    private static ResponseTimeout? _spare;

    private CancellationTokenRegistration _caller;
    private bool _isTicking;

    private ResponseTimeout()
    {
    }

    /// <summary>Gets a clock that is not started.</summary>
    public static ResponseTimeout Take()
    {
        var clock = _spare;
        _spare = null;
        return clock ?? new ResponseTimeout();
    }

    /// <summary>Starts the clock if it is not started.</summary>
    /// <param name="started">The start of the call, by <see cref="Environment.TickCount64"/>.</param>
    /// <param name="limit">The time limit, from the start of the call.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public void Tick(long started, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (_isTicking)
            return;
        _isTicking = true;
        _caller = cancellationToken.UnsafeRegister(static clock => ((ResponseTimeout)clock!).Cancel(), this);
        if (limit == Timeout.InfiniteTimeSpan)
            return;
        var left = limit - TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
        CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    /// <summary>Disposes the clock after a failed read, and unregisters it from the caller's token, which may be long-lived.</summary>
    public void Abandon()
    {
        _caller.Dispose();
        _caller = default;
        Dispose();
    }

    /// <summary>Returns the clock for reuse. Its token must not be used after that.</summary>
    public void Return()
    {
        if (_isTicking)
        {
            _caller.Dispose(); // waits if the caller is canceling at this moment
            _caller = default;
            _isTicking = false;
        }

        if (_spare is null && TryReset())
            _spare = this;
        else
            Dispose();
    }
}
