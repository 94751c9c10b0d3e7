namespace PageMessagesGen.Settlement;

/// <summary>A message whose echo is awaited. <see cref="UnknownSends"/> changes it.</summary>
/// <param name="operation">The name of the operation.</param>
/// <param name="correlation">The string that the request has.</param>
/// <param name="pageId">The Page.</param>
/// <param name="accountId">The Instagram account that is linked to the Page, or null.</param>
/// <param name="customer">The id of the customer; null if the request has none.</param>
/// <param name="recipient">The recipient of the request.</param>
internal sealed class TrackedSend(string operation, string correlation, string pageId, string? accountId, string? customer, object? recipient)
{
    private volatile string? _messageId;

    // Null until the message is settled or given up.
    private TaskCompletionSource? _ended;

    public string Operation => operation;

    public string Correlation => correlation;

    /// <summary>Gets the id of the message; null if it is not settled.</summary>
    public string? MessageId => _messageId;

    /// <summary>Gets a value that indicates whether its caller was told that the outcome is unknown.</summary>
    public bool IsUnknown => Node is not null;

    /// <summary>Gets or sets its place among the unknown ones.</summary>
    public LinkedListNode<TrackedSend>? Node { get; set; }

    /// <summary>Gets or sets when its outcome became unknown.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Gets or sets when its echo was received.</summary>
    public DateTimeOffset Settled { get; private set; }

    public UnknownSend AsUnknown() => new(correlation, pageId, recipient, Since);

    public SettledSend AsSettled() => new(AsUnknown(), _messageId!, Settled);

    /// <summary>Determines whether an echo can be that of this message. Another Page or customer means that another app took over the correlation.</summary>
    public bool IsOf(string echoPageId, string? echoCustomer) =>
        (echoPageId == pageId || echoPageId == accountId) && (customer is null || echoCustomer is null || echoCustomer == customer);

    /// <summary>Settles the message.</summary>
    public void Settle(string messageId, DateTimeOffset now)
    {
        (Settled, _messageId) = (now, messageId);
        End();
    }

    /// <summary>Ends the waits for this message.</summary>
    public void End() => Ended().TrySetResult();

    /// <summary>Waits until the message is settled or given up, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        if (_messageId is null)
            await Ended().Task.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private TaskCompletionSource Ended()
    {
        if (Volatile.Read(ref _ended) is { } known)
            return known;
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _ended, source, null) ?? source;
    }
}
