using System.Buffers;
using System.Net;
using PageMessagesGen.Json;

namespace PageMessagesGen.Http;

/// <summary>A request body in an array of the shared pool.</summary>
/// <remarks>
/// A connection may still be sending the body when the call is over already: HTTP/2 answers early, and a cancelled call leaves
/// before its connection does. So the array goes back only when the content is disposed of and every write that began has
/// ended well. A write that broke off leaves it to the garbage collector, since nobody knows who still looks at it.
/// </remarks>
internal sealed class PooledJsonContent : HttpContent
{
    // Counts for itself: no other number of holders looks like it.
    private const int Owner = 1 << 30;

    private readonly byte[] _bytes;
    private readonly int _length;

    // Who holds the array: the owner until disposal, and each write.
    private int _holders = Owner;

    /// <summary>Takes over what was written to a buffer.</summary>
    public PooledJsonContent(ref JsonBuffer json)
    {
        _bytes = json.Detach(out _length);
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        var writing = stream.WriteAsync(_bytes.AsMemory(0, _length), cancellationToken);
        if (!writing.IsCompletedSuccessfully)
            return ReleaseAfterAsync(writing);

        // A connection usually takes the body into its own buffer at once.
        writing.GetAwaiter().GetResult();
        Release();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        stream.Write(_bytes, 0, _length);
        Release();
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
        // A second time, the owner holds nothing any more.
        if (disposing && Interlocked.And(ref _holders, ~Owner) == Owner)
            ArrayPool<byte>.Shared.Return(_bytes);
        base.Dispose(disposing);
    }

    private async Task ReleaseAfterAsync(ValueTask writing)
    {
        await writing.ConfigureAwait(false);
        Release();
    }

    private void Hold()
    {
        var holders = Volatile.Read(ref _holders);
        while (true)
        {
            ObjectDisposedException.ThrowIf(holders == 0, this);
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return;
            holders = seen;
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            ArrayPool<byte>.Shared.Return(_bytes);
    }
}
