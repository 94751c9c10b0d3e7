using PageMessagesGen.Limits;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Calls;

/// <summary>What the calls of a Page have learned about it.</summary>
internal sealed class PageState(string id, GraphApiClientOptions options, CallLog log, TimeProvider time) : IDisposable
{
    private volatile Closure? _closure;

    /// <summary>Gets the order of the calls to each receiver.</summary>
    public Lanes Lanes { get; } = new();

    /// <summary>Gets the limits.</summary>
    public CallLimits Limits { get; } = new(id, options, time);

    /// <summary>Gets a value that indicates whether the Page accepts no calls.</summary>
    public bool IsClosed => _closure is { } closure && closure.Length > time.GetElapsedTime(closure.Since);

    /// <summary>Waits until the Page accepts calls.</summary>
    /// <exception cref="GraphApiException">It is paused, or throttled for longer than the call may last. Nothing was sent.</exception>
    public async ValueTask OpenAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        while (_closure is { } closure)
        {
            var left = closure.Length - time.GetElapsedTime(closure.Since);
            if (left <= TimeSpan.Zero)
                Interlocked.CompareExchange(ref _closure, null, closure);
            else if (closure.IsThrottle && deadline.Allows(left))
                await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
            else
                throw Closed(closure, left);
        }
    }

    /// <summary>Takes note of a failure.</summary>
    public void Learn(GraphApiException failure)
    {
        if (failure.Outcome == SendOutcome.Rejected && failure.ErrorCode is { AffectsPage: true } error && options.PauseAfterPageError > TimeSpan.Zero)
            Close(options.PauseAfterPageError, isThrottle: false, $"the server answered error {CodeOf(failure)}: {error.Meaning.TrimEnd('.')}");
        else if (Repetition.IsThrottled(failure) && Repetition.ToldWait(failure) is { } wait)
            Close(wait, isThrottle: true, $"the server limits its rate, by error {CodeOf(failure)}");
    }

    /// <summary>Takes note of what the server reports with a response.</summary>
    public void Learn(IReadOnlyDictionary<string, string>? usage)
    {
        if (usage is null or { Count: 0 })
            return;
        var report = UsageReport.Of(usage);
        Limits.Learn(report);
        if (report.Regain is { } wait)
            Close(wait, isThrottle: true, "the server reports that its rate is limited");
    }

    /// <inheritdoc/>
    public void Dispose() => Limits.Dispose();

    private void Close(TimeSpan length, bool isThrottle, string cause)
    {
        var closure = new Closure(time.GetTimestamp(), length, isThrottle, cause);
        while (_closure is var current && !EndsLater(current, closure))
        {
            if (Interlocked.CompareExchange(ref _closure, closure, current) != current)
                continue;
            log.PagePaused(id, length, cause);
            return;
        }
    }

    // A pause has its cause, which is not over when the server accepts calls again.
    private bool EndsLater(Closure? current, Closure other)
    {
        var left = current is null ? TimeSpan.Zero : current.Length - time.GetElapsedTime(current.Since);
        return left > TimeSpan.Zero && (left >= other.Length || (!current!.IsThrottle && other.IsThrottle));
    }

    private static string CodeOf(GraphApiException failure) => failure.Subcode is { } subcode ? $"{failure.Code}/{subcode}" : $"{failure.Code}";

    private static GraphApiException Closed(Closure closure, TimeSpan left) =>
        new($"The Page is paused for another {Math.Ceiling(left.TotalSeconds):0} seconds, because {closure.Cause}. Nothing was sent.")
        {
            Outcome = SendOutcome.NotSent,
            RetryAfter = left,
        };

    private sealed record Closure(long Since, TimeSpan Length, bool IsThrottle, string Cause);
}
