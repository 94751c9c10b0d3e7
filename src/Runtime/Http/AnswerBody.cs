using System.Buffers;

namespace PageMessagesGen.Http;

/// <summary>An answer's body, in an array of the shared pool.</summary>
internal readonly struct AnswerBody : IDisposable
{
    // No answer of the API comes near this; what is longer is no answer of the API.
    private const int LargestAnswer = 1024 * 1024;
    private const int UsualAnswer = 1024;

    private readonly byte[] _bytes;
    private readonly int _length;

    private AnswerBody(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>The body.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Reads a body to its end.</summary>
    /// <param name="response">The response, of which only the headers were read.</param>
    /// <param name="started">When the call began, by <see cref="Environment.TickCount64"/>.</param>
    /// <param name="limit">How long the call may take, from then on.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="TooLongException">It is too long.</exception>
    /// <exception cref="OperationCanceledException">The time is over, or <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>The response owns the stream. If reading fails, the array is left to the garbage collector: a read that broke off may still use it.</remarks>
    public static ValueTask<AnswerBody> ReadAsync(HttpResponseMessage response, long started, TimeSpan limit, CancellationToken cancellationToken)
    {
        var clock = ReadingClock.Take();
        var opening = response.Content.ReadAsStreamAsync(clock.Token);
        if (!opening.IsCompletedSuccessfully)
        {
            clock.Tick(started, limit, cancellationToken);
            return WaitAsync(opening, clock);
        }

        // Usually all of it is there, and an asynchronous method would only cost time.
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
        return new ValueTask<AnswerBody>(new AnswerBody(bytes, length));
    }

    private static async ValueTask<AnswerBody> WaitAsync(Task<Stream> opening, ReadingClock clock)
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

    private static async ValueTask<AnswerBody> WaitAsync(ValueTask<int> reading, Stream stream, byte[] bytes, int length, ReadingClock clock)
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
        return new AnswerBody(bytes, length);
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    /// <summary>The response is longer than any response of the API.</summary>
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
