using System.Net;

namespace PageMessagesGen.Http;

/// <summary>A request body. It can be written once.</summary>
/// <remarks>
/// Sending a message is not idempotent, and the Graph API has no idempotency key. Retry handlers, redirects and HTTP/2 connections
/// would write the same body again, so a second write throws. A request can be repeated if its body was not begun.
/// <para>
/// A connection may still send the body when the call has ended: HTTP/2 can respond early, and a canceled call ends before its
/// connection does. What the body is read from is therefore released only after the content is disposed and the write has succeeded.
/// After a failed write it is not released, because it may still be read.
/// </para>
/// </remarks>
/// <param name="deliversMessage">Whether it delivers a message to a person.</param>
internal abstract class RequestContent(bool deliversMessage) : HttpContent
{
    private const int Begun = 1;
    private const int Ended = 2;
    private const int Disposed = 4;
    private const int Repeated = 8;

    private int _state;

    /// <summary>Gets a value that indicates whether it delivers a message to a person.</summary>
    public bool DeliversMessage => deliversMessage;

    /// <summary>Gets or sets the ticket of the call; null if the handlers of the HttpClient are not known.</summary>
    public SendTicket? Ticket { get; init; }

    /// <summary>Gets or sets a value that indicates whether the innermost handler passes it on as it is, so that writing it begins the ticket.</summary>
    public bool BeginsTicket { get; set; }

    /// <summary>Gets a value that indicates whether the body was written, to a connection or to the buffer of a handler.</summary>
    public bool IsWritten => Has(Begun);

    /// <summary>
    /// Gets a value that indicates whether a connection began to read the body. If not, nothing was sent. Without a ticket, a handler that
    /// copies the body looks the same.
    /// </summary>
    public bool IsBegun => Ticket is { Attempts: > 0 } ? Ticket.IsBegun : Has(Begun);

    /// <summary>Gets a value that indicates whether a second write was prevented.</summary>
    public bool IsRepeated => Has(Repeated) || Ticket is { IsRepeated: true };

    /// <summary>Writes the body.</summary>
    protected abstract ValueTask WriteAsync(Stream stream, CancellationToken cancellationToken);

    /// <summary>Writes the body.</summary>
    protected abstract void Write(Stream stream, CancellationToken cancellationToken);

    /// <summary>Releases what the body is read from. It is called once, or not at all.</summary>
    protected abstract void Release();

    /// <inheritdoc/>
    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        var writing = WriteAsync(stream, cancellationToken);
        if (!writing.IsCompletedSuccessfully)
            return EndAfterAsync(writing);

        // A connection usually copies the body to its own buffer at once.
        writing.GetAwaiter().GetResult();
        End();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        Write(stream, cancellationToken);
        End();
    }

    /// <inheritdoc/>
    protected sealed override void Dispose(bool disposing)
    {
        if (disposing)
        {
            var before = Interlocked.Or(ref _state, Disposed);
            if ((before & Disposed) == 0 && (before & (Begun | Ended)) != Begun)
                Release();
        }

        base.Dispose(disposing);
    }

    private async Task EndAfterAsync(ValueTask writing)
    {
        await writing.ConfigureAwait(false);
        End();
    }

    private void Begin()
    {
        var before = Interlocked.Or(ref _state, Begun);
        ObjectDisposedException.ThrowIf((before & Disposed) != 0, this);
        if ((before & Begun) == 0)
        {
            if (BeginsTicket)
                Ticket!.Begin();
            return;
        }

        Interlocked.Or(ref _state, Repeated);

        // HttpClient does not wrap this exception type. It wraps an InvalidOperationException in an HttpRequestException, after which
        // retry handlers would try again.
        throw new NotSupportedException("The request body has already been written. It is not written again, so that no message is delivered twice.");
    }

    private void End()
    {
        if ((Interlocked.Or(ref _state, Ended) & Disposed) != 0)
            Release();
    }

    private bool Has(int flag) => (Volatile.Read(ref _state) & flag) != 0;
}
