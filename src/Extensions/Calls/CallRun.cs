using PageMessagesGen.Http;

namespace PageMessagesGen.Calls;

/// <summary>A call with its attempts, and how they failed.</summary>
internal class CallRun(Deadline deadline)
{
    private IDisposable? _lease;
    private SendTicket? _ticket;
    private TimeSpan _begun;

    /// <summary>Gets the end of the call.</summary>
    public Deadline Deadline => deadline;

    /// <summary>Gets a value that indicates whether the echo of the message shows that it was sent.</summary>
    public virtual bool IsSettled => false;

    /// <summary>Gets the access token of the attempt.</summary>
    public AccessToken? Token { get; private set; }

    /// <summary>Gets or sets the access token with which a refused one was replaced.</summary>
    public AccessToken? Replacement { get; set; }

    /// <summary>Gets the number of attempts that failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets how the last attempt failed.</summary>
    public GraphApiException? LastFailure { get; private set; }

    /// <summary>Gets how long the last attempt took.</summary>
    public TimeSpan LastLength { get; private set; }

    /// <summary>Gets the time that is left to the attempt.</summary>
    public TimeSpan Left => deadline.LeftAfter(_begun);

    /// <summary>Takes what an attempt needs.</summary>
    /// <param name="token">The access token.</param>
    /// <param name="lease">What is disposed at the end of the attempt, or null.</param>
    public void Enter(AccessToken token, IDisposable? lease) => (Token, _lease) = (token, lease);

    /// <summary>Begins an attempt.</summary>
    /// <param name="mayBeCopied">Whether a handler may send a copy of the request.</param>
    /// <exception cref="GraphApiException">The time is over. Nothing was sent.</exception>
    public SendTicket Begin(bool mayBeCopied)
    {
        _begun = deadline.Begin();
        return _ticket = new SendTicket(mayBeCopied);
    }

    /// <summary>Ends an attempt, if one was begun.</summary>
    /// <returns>How much of its limits the server reports to be used, or null.</returns>
    public IReadOnlyDictionary<string, string>? End()
    {
        var usage = _ticket?.Usage;
        _lease?.Dispose();
        (_lease, _ticket) = (null, null);
        return usage;
    }

    /// <summary>Takes note of a failure.</summary>
    /// <returns>False if no attempt was begun.</returns>
    public bool Fail(GraphApiException failure)
    {
        var isAttempted = _ticket is not null;
        (failure.Attempts, failure.Elapsed) = (Math.Max(1, Attempts + (isAttempted ? 1 : 0)), deadline.Elapsed);
        if (isAttempted)
            (Attempts, LastFailure, LastLength) = (Attempts + 1, failure, failure.Elapsed - _begun);
        return isAttempted;
    }

    /// <summary>Creates the exception of a call that was canceled while it waited. What is known of its last attempt stands.</summary>
    public GraphApiCanceledException Canceled(CancellationToken cancellationToken)
    {
        var outcome = LastFailure?.Outcome ?? SendOutcome.NotSent;
        var what = outcome == SendOutcome.Rejected ? "The server had refused it." : "Nothing was sent.";
        return new GraphApiCanceledException($"The call was canceled. {what}", cancellationToken) { Outcome = outcome };
    }
}
