using PageMessagesGen.Http;

namespace PageMessagesGen.Calls;

/// <summary>How far a call with its attempts has got.</summary>
/// <param name="deadline">The end of the call.</param>
internal sealed class CallProgress(Deadline deadline)
{
    private bool _isRunning;
    private TimeSpan _begun;
    private TimeSpan _length;
    private GraphApiException? _last;

    /// <summary>Gets the end of the call.</summary>
    public Deadline Deadline => deadline;

    /// <summary>Gets the number of attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets or sets the access token of the last attempt.</summary>
    public AccessToken? Token { get; set; }

    /// <summary>Gets or sets the access token with which a refused one was replaced.</summary>
    public AccessToken? Replacement { get; set; }

    /// <summary>Begins an attempt.</summary>
    public void Begin()
    {
        (Attempts, _isRunning) = (Attempts + 1, true);
        _begun = deadline.Elapsed;
    }

    /// <summary>Ends an attempt that failed.</summary>
    /// <returns><see langword="false"/> if none had begun: the call failed before it.</returns>
    public bool End(GraphApiException failure)
    {
        (failure.Attempts, failure.Elapsed) = (Math.Max(Attempts, 1), deadline.Elapsed);
        if (!_isRunning)
            return false;
        _isRunning = false;
        _length = deadline.Elapsed - _begun;
        _last = failure;
        return true;
    }

    /// <summary>Determines whether there is time for another attempt that takes as long as the last one. One that is cut off has an unknown outcome.</summary>
    public bool AllowsAttemptAfter(TimeSpan wait) => deadline.Allows(wait + _length);

    /// <summary>Creates the exception of a call that was canceled while it waited. What is known of the last attempt stands.</summary>
    public GraphApiCanceledException Canceled(CancellationToken cancellationToken)
    {
        var outcome = _last?.Outcome ?? SendOutcome.NotSent;
        var what = outcome == SendOutcome.Rejected ? "The server had refused it." : "Nothing was sent.";
        return new GraphApiCanceledException($"The call was canceled. {what}", cancellationToken) { Outcome = outcome };
    }
}
