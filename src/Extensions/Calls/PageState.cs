namespace PageMessagesGen.Calls;

/// <summary>What the calls of a Page have learned about it.</summary>
internal sealed class PageState(GraphApiClientOptions options, TimeProvider time)
{
    private volatile Closure? _closure;

    /// <summary>Requires that the Page is not paused.</summary>
    /// <exception cref="GraphApiException">It is. Nothing was sent.</exception>
    public void RequireOpen()
    {
        if (_closure is not { } closure)
            return;
        var left = closure.Length - time.GetElapsedTime(closure.Since);
        if (left <= TimeSpan.Zero)
        {
            _closure = null;
            return;
        }

        throw new GraphApiException($"The Page is paused for another {Math.Ceiling(left.TotalSeconds):0} seconds, because {closure.Cause}. Nothing was sent.")
        {
            Outcome = SendOutcome.NotSent,
            RetryAfter = left,
        };
    }

    /// <summary>Takes note of a failure.</summary>
    public void Learn(GraphApiException failure)
    {
        if (failure.Outcome == SendOutcome.Rejected && failure.ErrorCode is { AffectsPage: true } error && options.PauseAfterPageError > TimeSpan.Zero)
            _closure = new(time.GetTimestamp(), options.PauseAfterPageError, $"the server answered error {failure.Code}{(failure.Subcode is { } subcode ? $"/{subcode}" : "")}: {error.Meaning.TrimEnd('.')}");
        else if (Repetition.IsThrottled(failure) && (failure.RetryAfter ?? Usage.Regain(failure.UsageHeaders)) is { } wait)
            _closure = new(time.GetTimestamp(), wait, "the server limits its rate");
    }

    private sealed record Closure(long Since, TimeSpan Length, string Cause);
}
