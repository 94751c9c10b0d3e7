namespace PageMessagesGen.Calls;

/// <summary>What the calls of a Page have learned about it.</summary>
internal sealed class PageState(GraphApiClientOptions options, TimeProvider time)
{
    private volatile Closure? _closure;

    /// <summary>Gets the order of the calls to each receiver.</summary>
    public Lanes Lanes { get; } = new();

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
            _closure = new(time.GetTimestamp(), options.PauseAfterPageError, IsThrottle: false, $"the server answered error {CodeOf(failure)}: {error.Meaning.TrimEnd('.')}");
        else if (Repetition.IsThrottled(failure) && (failure.RetryAfter ?? Usage.Regain(failure.UsageHeaders)) is { } wait)
            _closure = new(time.GetTimestamp(), wait, IsThrottle: true, $"the server limits its rate, by error {CodeOf(failure)}");
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
