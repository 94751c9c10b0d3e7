namespace PageMessagesGen.Calls;

/// <summary>The end of a call with all its attempts and waits.</summary>
internal readonly struct Deadline(TimeProvider time, TimeSpan limit)
{
    // That of a timer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly long _started = time.GetTimestamp();

    /// <summary>Gets the time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    private TimeSpan Left => LeftAfter(Elapsed);

    /// <summary>Begins an attempt.</summary>
    /// <returns>The time since the start.</returns>
    /// <exception cref="GraphApiException">The time is over. Nothing was sent.</exception>
    public TimeSpan Begin()
    {
        var elapsed = Elapsed;
        return limit == Timeout.InfiniteTimeSpan || elapsed < limit
            ? elapsed
            : throw new GraphApiException("The time for the call was over before it could be sent. Nothing was sent.") { Outcome = SendOutcome.NotSent };
    }

    /// <summary>Gets the time that is left after some of it; at least one millisecond, which an attempt needs as a limit.</summary>
    public TimeSpan LeftAfter(TimeSpan elapsed)
    {
        if (limit == Timeout.InfiniteTimeSpan)
            return limit;
        var left = limit - elapsed;
        return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
    }

    /// <summary>Waits for a task no longer than the call may take.</summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken) => task.WaitAsync(Left, time, cancellationToken);

    /// <inheritdoc cref="WaitAsync{T}"/>
    public Task WaitAsync(Task task, CancellationToken cancellationToken) => task.WaitAsync(Left, time, cancellationToken);

    /// <summary>Determines whether a wait, and what follows it, ends before.</summary>
    public bool Allows(TimeSpan wait) => wait < (limit == Timeout.InfiniteTimeSpan ? LongestWait : limit - Elapsed);
}
