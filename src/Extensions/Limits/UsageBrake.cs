using PageMessagesGen.Calls;

namespace PageMessagesGen.Limits;

/// <summary>Slows the calls of a Page down when the server reports that a limit is nearly reached.</summary>
internal sealed class UsageBrake(TimeProvider time)
{
    private const double Unhindered = 80;
    private const double Full = 100;

    // Between two calls, at the limit. It grows from zero with the percentage.
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);

    // Most responses report nothing, so a report expires.
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    // The ticks between two calls. Zero is read without the lock: most servers never report that much.
    private long _gap;
    private long _learned;
    private long _next;

    /// <summary>Takes note of a report.</summary>
    public void Learn(UsageReport report)
    {
        if (report.Percent is not { } percent)
            return;
        lock (_lock)
        {
            var slowness = Math.Clamp((percent - Unhindered) / (Full - Unhindered), 0, 1);
            Volatile.Write(ref _gap, (long)((LongestGap * slowness).TotalSeconds * time.TimestampFrequency));
            _learned = time.GetTimestamp();
        }
    }

    /// <summary>Waits until the next call may be made.</summary>
    /// <exception cref="GraphApiException">That is after the end of the call. Nothing was sent.</exception>
    public ValueTask WaitAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _gap) == 0)
            return default;
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_gap == 0 || time.GetElapsedTime(_learned, now) > Validity)
                return default;
            wait = _next > now ? time.GetElapsedTime(now, _next) : TimeSpan.Zero;
            if (!deadline.Allows(wait))
                throw LimitFailure.Of("The server reports that nearly all of the limit is used, and the call would have to wait until after its time limit.", wait);
            _next = Math.Max(now, _next) + _gap;
        }

        return wait > TimeSpan.Zero ? new(Task.Delay(wait, time, cancellationToken)) : default;
    }
}
