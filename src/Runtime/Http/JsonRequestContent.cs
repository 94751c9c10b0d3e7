using System.Buffers;
using PageMessagesGen.Generated;

namespace PageMessagesGen.Http;

/// <summary>The body of a request without a file: JSON in an array of the shared pool.</summary>
internal sealed class JsonRequestContent : RequestContent
{
    private readonly byte[] _bytes;
    private readonly int _length;

    /// <summary>Takes over the content of a buffer.</summary>
    /// <param name="json">The buffer.</param>
    /// <param name="deliversMessage">Whether it delivers a message to a person.</param>
    public JsonRequestContent(ref Utf8RequestWriter json, bool deliversMessage)
        : base(deliversMessage)
    {
        _bytes = json.Detach(out _length);
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <inheritdoc/>
    protected override ValueTask WriteAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(_bytes.AsMemory(0, _length), cancellationToken);

    /// <inheritdoc/>
    protected override void Write(Stream stream, CancellationToken cancellationToken) => stream.Write(_bytes, 0, _length);

    /// <inheritdoc/>
    protected override void Release() => ArrayPool<byte>.Shared.Return(_bytes);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
