using System.Buffers;
using System.Net;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Http;

/// <summary>A request body in an array of the shared pool. It can be written once.</summary>
/// <remarks>
/// Sending a message is not idempotent, and the Graph API has no idempotency key. Retry handlers, redirects and HTTP/2 connections
/// would write the same body again, so a second write throws. A request can be repeated if its body was not begun.
/// <para>
/// A connection may still send the body when the call has ended: HTTP/2 can respond early, and a canceled call ends before its
/// connection does. The array is therefore returned to the pool only after the content is disposed and the write has succeeded.
/// After a failed write, the array is left to the garbage collector, because it may still be read.
/// </para>
/// </remarks>
internal sealed class PooledJsonContent : HttpContent
{
    private const int Begun = 1;
    private const int Ended = 2;
    private const int Disposed = 4;
    private const int Repeated = 8;

    private readonly byte[] _bytes;
    private readonly int _length;
    private int _state;

    /// <summary>Takes over the content of a buffer.</summary>
    /// <param name="json">The buffer.</param>
    /// <param name="deliversMessage">Whether it delivers a message to a person.</param>
    public PooledJsonContent(ref Utf8RequestWriter json, bool deliversMessage)
    {
        DeliversMessage = deliversMessage;
        _bytes = json.Detach(out _length);
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>Gets a value that indicates whether it delivers a message to a person.</summary>
    public bool DeliversMessage { get; }

    /// <summary>
    /// Gets a value that indicates whether a connection, or a handler that copies the body, began to read it. If not, nothing was sent.
    /// </summary>
    public bool IsBegun => Has(Begun);

    /// <summary>Gets a value that indicates whether a second write was prevented.</summary>
    public bool IsRepeated => Has(Repeated);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        var writing = stream.WriteAsync(_bytes.AsMemory(0, _length), cancellationToken);
        if (!writing.IsCompletedSuccessfully)
            return EndAfterAsync(writing);

        // A connection usually copies the body to its own buffer at once.
        writing.GetAwaiter().GetResult();
        End();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin();
        stream.Write(_bytes, 0, _length);
        End();
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            var before = Interlocked.Or(ref _state, Disposed);
            if ((before & Disposed) == 0 && (before & (Begun | Ended)) != Begun)
                ArrayPool<byte>.Shared.Return(_bytes);
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
            return;
        Interlocked.Or(ref _state, Repeated);

        // HttpClient does not wrap this exception type. It wraps an InvalidOperationException in an HttpRequestException, after which
        // retry handlers would try again.
        throw new NotSupportedException("The request body has already been written. It is not written again, so that no message is delivered twice.");
    }

    private void End()
    {
        if ((Interlocked.Or(ref _state, Ended) & Disposed) != 0)
            ArrayPool<byte>.Shared.Return(_bytes);
    }

    private bool Has(int flag) => (Volatile.Read(ref _state) & flag) != 0;
}
