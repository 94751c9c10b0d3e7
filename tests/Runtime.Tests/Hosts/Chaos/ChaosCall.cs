namespace PageMessagesGen.Runtime.Tests.Hosts.Chaos;

/// <summary>How a call ended for its caller.</summary>
internal enum Ending
{
    None,
    Sent,
    NotSent,
    Rejected,
    Unknown,

    /// <summary>With an exception that no caller expects.</summary>
    Undocumented,
}

/// <summary>A call: what will go wrong with it, what its caller was told, and what the server knows of it.</summary>
/// <param name="number">The number. It is the text of the message, and calls to one person are begun in its order.</param>
/// <param name="person">The number of the person.</param>
/// <param name="trouble">What goes wrong.</param>
internal sealed class ChaosCall(int number, int person, Trouble trouble)
{
    private int _endings;
    private int _attempts;
    private int _deliveries;

    public int Number => number;

    public int Person => person;

    public Trouble Trouble => trouble;

    public Ending Ending { get; private set; }

    /// <summary>Gets the exception of a call that ended in no documented way.</summary>
    public Exception? Surprise { get; private set; }

    /// <summary>Gets or sets what the caller cancels the call with; null if it does not.</summary>
    public CancellationTokenSource? Cancellation { get; set; }

    /// <summary>Gets the place of the message in the ledger; 0 if it was not delivered.</summary>
    public int Place { get; private set; }

    /// <summary>Gets what contradicts the outcome that the caller was told; null if it is true.</summary>
    public string? Contradiction => (_endings, Ending, _deliveries) switch
    {
        (not 1, _, _) => $"{this} ended {_endings} times.",
        (_, Ending.Undocumented, _) => $"{this}: {Surprise}",
        (_, Ending.Sent, 1) or (_, Ending.NotSent or Ending.Rejected, 0) or (_, Ending.Unknown, 0 or 1) => null,
        _ => $"{this} is said to be {Ending}, and was delivered {_deliveries} times.",
    };

    public void End(Exception? failure)
    {
        Interlocked.Increment(ref _endings);
        Ending = failure switch
        {
            null => Ending.Sent,
            GraphApiException { Outcome: var outcome } => Of(outcome),
            GraphApiCanceledException { Outcome: var outcome } => Of(outcome),
            _ => Ending.Undocumented,
        };
        Surprise = Ending == Ending.Undocumented ? failure : null;
    }

    /// <summary>Counts the requests that the server received with their bodies.</summary>
    public int Attempt() => Interlocked.Increment(ref _attempts);

    public void Deliver(int place)
    {
        if (Interlocked.Increment(ref _deliveries) == 1)
            Place = place;
    }

    public override string ToString() => $"Call {Number} to person {Person} ({Trouble.Name})";

    private static Ending Of(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => Ending.NotSent,
        SendOutcome.Rejected => Ending.Rejected,
        _ => Ending.Unknown,
    };
}
