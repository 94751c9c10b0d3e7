namespace PageMessagesGen.Calls;

/// <summary>The end of a call with all its attempts and waits.</summary>
internal readonly struct Deadline(TimeProvider time, TimeSpan limit)
{
    // That of a timer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly long _started = time.GetTimestamp();

    /// <summary>Gets the time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Gets the time that is left; at least one millisecond, which an attempt needs as a limit.</summary>
    public TimeSpan Left
    {
        get
        {
            if (limit == Timeout.InfiniteTimeSpan)
                return limit;
            var left = limit - Elapsed;
            return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
        }
    }

    /// <summary>Waits for a task no longer than the call may take.</summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken) => task.WaitAsync(Left, time, cancellationToken);

    /// <inheritdoc cref="WaitAsync{T}"/>
    public Task WaitAsync(Task task, CancellationToken cancellationToken) => task.WaitAsync(Left, time, cancellationToken);

    /// <summary>Determines whether a wait, and what follows it, ends before.</summary>
    public bool Allows(TimeSpan wait) => wait < (limit == Timeout.InfiniteTimeSpan ? LongestWait : limit - Elapsed);
}
