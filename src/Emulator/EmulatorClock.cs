namespace PageMessagesGen.Emulator;

/// <summary>
/// The clock of an emulator, which can be put forward to see what happens when a window has closed. It gives the times of deliveries and
/// of events, and decides which windows are open. Delays and rates go by the clock of <see cref="GraphEmulatorOptions.TimeProvider"/>, so
/// nothing waits for it.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    // Times of the near future are computed from this one, such as the end of a window or the year of a token.
    private static readonly DateTimeOffset Latest = new(9990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly TimeProvider _source;
    private long _offset;

    internal EmulatorClock(TimeProvider source) => _source = source;

    /// <summary>Gets how far the clock is ahead.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _source.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _source.TimestampFrequency;

    /// <summary>Occurs when the clock has been set.</summary>
    internal Action? Set { get; set; }

    /// <summary>Puts the clock forward.</summary>
    /// <param name="time">The time, such as 25 hours to close a window of 24 hours.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or it leads past the year 9989.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        lock (_gate)
        {
            if (time > Latest - GetUtcNow())
                throw new ArgumentOutOfRangeException(nameof(time), "The clock cannot be put forward past the year 9989.");
            Interlocked.Add(ref _offset, time.Ticks);
        }

        Set?.Invoke();
    }

    /// <summary>Puts the clock back to the time of its source.</summary>
    public void Reset()
    {
        lock (_gate)
            Interlocked.Exchange(ref _offset, 0);
        Set?.Invoke();
    }

    /// <summary>Sets how far the clock is ahead, as in an earlier run.</summary>
    internal void Restore(TimeSpan offset) => Interlocked.Exchange(ref _offset, offset.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _source.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => _source.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _source.CreateTimer(callback, state, dueTime, period);
}
