using PageMessagesGen.Calls;

namespace PageMessagesGen.Limits;

/// <summary>Keeps the calls of a Page to a rate, whichever period one looks at, and in the order in which they came.</summary>
/// <remarks>
/// The limiters of System.Threading.RateLimiting have a clock of their own. A token bucket of theirs allows twice the rate in some
/// periods, and a window in segments keeps a free place back until its segment ends.
/// </remarks>
internal sealed class SlidingWindow(CallRate rate, TimeProvider time) : ICallLimit
{
    private const int KeptCapacity = 32;

    private readonly CallTimes _calls = new(rate, time);
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private ITimer? _timer;
    private bool _isDisposed;

    /// <inheritdoc/>
    public ValueTask<IDisposable?> EnterAsync(Deadline deadline, CancellationToken cancellationToken) =>
        Join(deadline) is { } place ? WaitAsync(place, cancellationToken) : default;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_calls)
        {
            _isDisposed = true;
            _timer?.Dispose();
            while (_waiting.TryDequeue(out var place))
                place.TrySetException(Disposed());
        }
    }

    private static GraphApiException Disposed() => LimitFailure.Of("The services of the client were disposed.", null);

    private static async ValueTask<IDisposable?> WaitAsync(TaskCompletionSource place, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static (place, token) => ((TaskCompletionSource)place!).TrySetCanceled(token), place);
        await place.Task.ConfigureAwait(false);
        return null;
    }

    // Null if the call can be made at once.
    private TaskCompletionSource? Join(Deadline deadline)
    {
        lock (_calls)
        {
            if (_isDisposed)
                throw Disposed();
            if (_waiting.Count == 0 && TimeToFree() == TimeSpan.Zero)
            {
                _calls.Add();
                return null;
            }

            var wait = TimeToPlace(_waiting.Count);
            if (!deadline.Allows(wait))
                throw LimitFailure.Of($"The rate of {rate.Calls} calls ({rate.Name}) in {rate.Period.TotalSeconds:0} s for a Page is reached, and the call would have to wait until after its time limit.", wait);
            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(place);
            if (_waiting.Count == 1)
                Start();
            return place;
        }
    }

    private void Admit()
    {
        lock (_calls)
        {
            while (_waiting.TryPeek(out var place))
            {
                // Who was canceled takes no place.
                if (!place.Task.IsCompleted)
                {
                    if (TimeToFree() > TimeSpan.Zero)
                        break;
                    if (place.TrySetResult())
                        _calls.Add();
                }

                _waiting.Dequeue();
            }

            if (_waiting.Count > 0)
                Start();
            else if (_waiting.EnsureCapacity(0) > KeptCapacity)
                _waiting.TrimExcess();
        }
    }

    private void Start()
    {
        _timer ??= time.CreateTimer(static window => ((SlidingWindow)window!).Admit(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Timers count in whole milliseconds.
        _timer.Change(TimeToFree() + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan TimeToFree() => _calls.Count < rate.Calls ? TimeSpan.Zero : _calls.TimeTo(0, 1);

    // When the call behind a number of others can be made, if none of them is canceled.
    private TimeSpan TimeToPlace(int ahead)
    {
        var free = rate.Calls - _calls.Count;
        if (ahead < free)
            return TimeSpan.Zero;
        var (rounds, place) = Math.DivRem(ahead - free, rate.Calls);
        return place < _calls.Count ? _calls.TimeTo(place, rounds + 1) : rate.Period * (rounds + 1);
    }
}
