using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PageMessagesGen.Http;

/// <summary>The bytes of a body, in a buffer that is used again.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>Gets the bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a body.</summary>
    /// <returns>Null if it has more bytes than allowed. The rest is not read.</returns>
    public static async ValueTask<RequestBody?> ReadAsync(HttpContext context, int maxSize)
    {
        var request = context.Request;
        if (request.ContentLength > maxSize)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && limit.MaxRequestBodySize < maxSize)
            limit.MaxRequestBodySize = maxSize;

        // It grows with what has arrived, not with what a header announces: nobody has shown a signature yet.
        var body = new RequestBody((int)Math.Min(request.ContentLength ?? FirstSize, FirstSize));
        var isComplete = false;
        try
        {
            while (body._length <= maxSize)
            {
                var count = await request.Body.ReadAsync(body.FreeMemory(), context.RequestAborted).ConfigureAwait(false);
                if (count == 0)
                {
                    isComplete = true;
                    return body;
                }

                body._length += count;
            }

            return null;
        }
        finally
        {
            if (!isComplete)
                body.Dispose();
        }
    }

    /// <summary>Returns the buffer. What customers wrote does not stay in it.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        buffer.AsSpan(0, _length).Clear();
        _length = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private Memory<byte> FreeMemory()
    {
        if (_length == _buffer.Length)
        {
            var full = _buffer;
            _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, full.Length * 2));
            full.CopyTo(_buffer, 0);
            full.AsSpan().Clear();
            ArrayPool<byte>.Shared.Return(full);
        }

        return _buffer.AsMemory(_length);
    }
}
