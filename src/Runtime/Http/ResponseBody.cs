using System.Buffers;

namespace PageMessagesGen.Http;

/// <summary>The body of a response, in an array of the shared pool.</summary>
internal readonly struct ResponseBody : IDisposable
{
    // The maximum size of a body. Responses of the API are much shorter.
    private const int LargestAnswer = 1024 * 1024;
    private const int UsualAnswer = 1024;

    private readonly byte[] _bytes;
    private readonly int _length;

    private ResponseBody(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>Gets the body.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads a body to its end.</summary>
    /// <param name="response">The response. Only its headers have been read.</param>
    /// <param name="started">The start of the call, by <see cref="Environment.TickCount64"/>.</param>
    /// <param name="limit">The time limit, from the start of the call.</param>
    /// <param name="cancellationToken">A token to cancel the read.</param>
    /// <exception cref="TooLongException">The body is too long.</exception>
    /// <exception cref="OperationCanceledException">The call timed out, or <paramref name="cancellationToken"/> was canceled.</exception>
    /// <remarks>
    /// The response owns the stream. If reading fails, the array is left to the garbage collector, because the read may still use it.
    /// </remarks>
    public static ValueTask<ResponseBody> ReadAsync(HttpResponseMessage response, long started, TimeSpan limit, CancellationToken cancellationToken)
    {
        var clock = ResponseTimeout.Take();
        var opening = response.Content.ReadAsStreamAsync(clock.Token);
        if (!opening.IsCompletedSuccessfully)
        {
            clock.Tick(started, limit, cancellationToken);
            return WaitAsync(opening, clock);
        }

        // The body is usually available already, so an asynchronous method would only add cost.
        var stream = opening.Result;
        var bytes = ArrayPool<byte>.Shared.Rent(UsualAnswer);
        var length = 0;
        while (true)
        {
            var reading = stream.ReadAsync(bytes.AsMemory(length), clock.Token);
            if (!reading.IsCompletedSuccessfully)
            {
                clock.Tick(started, limit, cancellationToken);
                return WaitAsync(reading, stream, bytes, length, clock);
            }

            var read = reading.Result;
            if (read == 0)
                break;
            length += read;
            bytes = WithRoom(bytes, length);
        }

        clock.Return();
        return new ValueTask<ResponseBody>(new ResponseBody(bytes, length));
    }

    private static async ValueTask<ResponseBody> WaitAsync(Task<Stream> opening, ResponseTimeout clock)
    {
        try
        {
            var stream = await opening.ConfigureAwait(false);
            var bytes = ArrayPool<byte>.Shared.Rent(UsualAnswer);
            return await WaitAsync(stream.ReadAsync(bytes, clock.Token), stream, bytes, 0, clock).ConfigureAwait(false);
        }
        catch
        {
            clock.Abandon();
            throw;
        }
    }

    private static async ValueTask<ResponseBody> WaitAsync(ValueTask<int> reading, Stream stream, byte[] bytes, int length, ResponseTimeout clock)
    {
        try
        {
            while (true)
            {
                var read = await reading.ConfigureAwait(false);
                if (read == 0)
                    break;
                length += read;
                bytes = WithRoom(bytes, length);
                reading = stream.ReadAsync(bytes.AsMemory(length), clock.Token);
            }
        }
        catch
        {
            clock.Abandon();
            throw;
        }

        clock.Return();
        return new ResponseBody(bytes, length);
    }

    /// <summary>Returns the array to the pool.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    /// <summary>The exception for a response that is longer than any response of the API.</summary>
    internal sealed class TooLongException() : IOException($"The response is longer than {LargestAnswer} bytes.");

    private static byte[] WithRoom(byte[] bytes, int length)
    {
        if (length > LargestAnswer)
            throw new TooLongException();
        if (length < bytes.Length)
            return bytes;
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}
