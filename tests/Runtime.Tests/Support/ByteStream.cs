namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>A stream of any length that takes no memory.</summary>
/// <param name="length">Its length.</param>
/// <param name="bytes">Its bytes; null for zeros.</param>
/// <param name="canSeek">Whether it knows its length.</param>
/// <param name="failAt">Where reading fails.</param>
internal sealed class ByteStream(long length, byte[]? bytes = null, bool canSeek = true, long failAt = long.MaxValue) : Stream
{
    private long _position;

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? length : throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => _position = canSeek ? value : throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= failAt)
            throw new IOException("The disk is gone.");
        var count = (int)Math.Min(buffer.Length, length - _position);
        if (bytes is null)
            buffer[..count].Clear();
        else
            bytes.AsSpan((int)_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
