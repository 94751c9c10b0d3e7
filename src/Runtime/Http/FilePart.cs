using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace PageMessagesGen.Http;

/// <summary>The part of a body that has the bytes of a file. It is copied in pieces, and the stream is not disposed.</summary>
internal sealed class FilePart : HttpContent
{
    // Below the size from which arrays are allocated on the large object heap.
    private const int Piece = 64 * 1024;

    private readonly Stream _content;
    private readonly GraphFile _file;

    public FilePart(Stream content, GraphFile file)
    {
        (_content, _file) = (content, file);
        Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // After a failure, the array is left to the garbage collector, because a read or write may still use it.
        var bytes = ArrayPool<byte>.Shared.Rent(Piece);
        var total = 0L;
        int read;
        while ((read = await _content.ReadAsync(bytes, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await stream.WriteAsync(bytes.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            _file.Progress?.Report(total += read);
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <inheritdoc/>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Piece);
        var total = 0L;
        int read;
        while ((read = _content.Read(bytes)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stream.Write(bytes, 0, read);
            _file.Progress?.Report(total += read);
        }

        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length ?? 0;
        return _file.Length is not null;
    }
}
