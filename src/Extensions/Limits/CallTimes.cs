namespace PageMessagesGen.Limits;

/// <summary>The times of the last calls, no more than a rate allows. It takes memory for those that still count.</summary>
/// <remarks>Times are milliseconds in 4 bytes, which begin again after 49 days. What is older than the period of the rate is dropped before that.</remarks>
/// <param name="rate">The rate.</param>
/// <param name="time">The clock.</param>
internal sealed class CallTimes(CallRate rate, TimeProvider time)
{
    private const int FirstCapacity = 4;

    private readonly long _start = time.GetTimestamp();
    private uint[] _times = [];
    private int _first;
    private TimeSpan _last;

    /// <summary>Gets the number of calls that count.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a call, in place of the first one if there are as many as the rate allows.</summary>
    public void Add()
    {
        var now = time.GetElapsedTime(_start);
        DropBefore(now);
        if (Count == rate.Calls)
            Drop();
        if (Count == _times.Length)
            Grow();

        // Rounded up, so that no call is dropped too early.
        _times[(_first + Count++) % _times.Length] = Milliseconds(now + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1));
        _last = now;
    }

    /// <summary>Gets the time until a call is so many periods old.</summary>
    /// <param name="index">The index of the call, the oldest one first.</param>
    /// <param name="periods">The number of periods.</param>
    public TimeSpan TimeTo(int index, int periods)
    {
        var now = time.GetElapsedTime(_start);
        if (now - _last >= rate.Period * periods)
            return TimeSpan.Zero;
        var left = (rate.Period * periods) - AgeOf(index, now);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void DropBefore(TimeSpan now)
    {
        if (now - _last >= rate.Period)
            (_first, Count) = (0, 0);
        while (Count > 0 && AgeOf(0, now) >= rate.Period)
            Drop();
    }

    private TimeSpan AgeOf(int index, TimeSpan now) =>
        new(unchecked((int)(Milliseconds(now) - _times[(_first + index) % _times.Length])) * TimeSpan.TicksPerMillisecond);

    private static uint Milliseconds(TimeSpan time) => unchecked((uint)(time.Ticks / TimeSpan.TicksPerMillisecond));

    private void Drop() => (_first, Count) = ((_first + 1) % _times.Length, Count - 1);

    private void Grow()
    {
        var times = new uint[Math.Min(Math.Max(FirstCapacity, Count * 2), rate.Calls)];
        for (var index = 0; index < Count; index++)
            times[index] = _times[(_first + index) % _times.Length];
        (_times, _first) = (times, 0);
    }
}
