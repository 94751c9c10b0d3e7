namespace PageMessagesGen.Http;

/// <summary>What is known of a call at the end of the handlers of its HttpClient, however often they pass the request on.</summary>
/// <remarks>
/// It travels with the request, in its options or with its body, and copies of the request share it. Its holder is the innermost handler,
/// so that no handler before it can send a message twice, and none can hide what the server answered first.
/// </remarks>
/// <param name="mayBeCopied">Whether a handler may send a copy of the request. The ticket is then in the options, which take memory.</param>
internal sealed class SendTicket(bool mayBeCopied)
{
    private const int Begun = 1;
    private const int Repeated = 2;
    private const int Closed = 4;

    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);

    private int _state;
    private int _attempts;
    private int _running;
    private TaskCompletionSource? _ended;
    private KeptResponse? _response;
    private Exception? _failure;

    /// <summary>The key of the ticket in the options of a request.</summary>
    public static readonly HttpRequestOptionsKey<SendTicket> Key = new("PageMessagesGen.SendTicket");

    /// <summary>Gets a value that indicates whether a handler may send a copy of the request.</summary>
    public bool MayBeCopied => mayBeCopied;

    /// <summary>Gets the number of times that the request was passed on to a connection.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Gets or sets how much of its limits the server reports to be used, in the last response.</summary>
    public IReadOnlyDictionary<string, string>? Usage { get; set; }

    /// <summary>Gets a value that indicates whether an attempt is running.</summary>
    public bool IsRunning => Volatile.Read(ref _running) > 0;

    /// <summary>Gets a value that indicates whether a connection began to read the body. If not, nothing was sent.</summary>
    public bool IsBegun => (Volatile.Read(ref _state) & Begun) != 0;

    /// <summary>Gets a value that indicates whether an attempt after that was prevented.</summary>
    public bool IsRepeated => (Volatile.Read(ref _state) & Repeated) != 0;

    /// <summary>Gets the response that is no success, if there is one.</summary>
    public KeptResponse? Response => Volatile.Read(ref _response);

    /// <summary>Gets the exception of the attempt that began the body, if it failed.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>Begins an attempt. Waits for the end of one that is running.</summary>
    /// <exception cref="NotSupportedException">The body was begun by another attempt.</exception>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        var hasWaited = false;
        while (Interlocked.CompareExchange(ref _running, 1, 0) != 0)
        {
            var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var ended = Interlocked.CompareExchange(ref _ended, own, null) ?? own;
            if (IsRunning)
                await ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasWaited = true;
        }

        if (IsBegun)
        {
            Leave();

            // Who sends the same request in parallel gets the response of the first attempt, and cancels this one. Its exception must not be
            // faster than that response.
            if (hasWaited)
                await Task.Delay(Courtesy, cancellationToken).ConfigureAwait(false);
            throw Prevent();
        }

        Interlocked.Increment(ref _attempts);
    }

    /// <summary>Begins the only attempt, which need not be ended.</summary>
    /// <returns>False if it is not the only one.</returns>
    public bool EnterAlone() => Interlocked.CompareExchange(ref _attempts, 1, 0) == 0;

    /// <summary>Ends an attempt.</summary>
    public void Leave()
    {
        Volatile.Write(ref _running, 0);
        Interlocked.Exchange(ref _ended, null)?.TrySetResult();
    }

    /// <summary>Marks the body as begun.</summary>
    /// <exception cref="NotSupportedException">It was begun before, or the call has ended.</exception>
    public void Begin()
    {
        int before;
        do
        {
            before = Volatile.Read(ref _state);
            if ((before & (Begun | Closed)) != 0)
                throw Prevent();
        }
        while (Interlocked.CompareExchange(ref _state, before | Begun, before) != before);

        // That of an attempt before this one says nothing of the message.
        Volatile.Write(ref _response, null);
    }

    /// <summary>Lets no attempt begin from here on.</summary>
    public void Close() => Interlocked.Or(ref _state, Closed);

    /// <summary>Keeps a response that is no success. A handler that tries again drops it.</summary>
    public void Keep(KeptResponse response) => Volatile.Write(ref _response, response);

    /// <summary>Keeps the exception of an attempt.</summary>
    public void Keep(Exception exception)
    {
        if (IsBegun && !IsRepeated)
            Interlocked.CompareExchange(ref _failure, exception, null);
    }

    // HttpClient does not wrap this exception type. It wraps an InvalidOperationException in an HttpRequestException, after which retry
    // handlers would try again.
    private NotSupportedException Prevent()
    {
        Interlocked.Or(ref _state, Repeated);
        return new NotSupportedException("The request has already been sent. It is not sent again, so that no message is delivered twice.");
    }
}
