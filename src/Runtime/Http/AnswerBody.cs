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
    /// <param name="started">When the call began.</param>
    /// <param name="limit">How long the call may take, from then on.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="GraphApiException">It is too long.</exception>
    /// <exception cref="OperationCanceledException">The time is over, or <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>If reading fails, array and clock are left to the garbage collector: a read that broke off may still use them.</remarks>
    public static async ValueTask<AnswerBody> ReadAsync(HttpResponseMessage response, long started, TimeSpan limit, CancellationToken cancellationToken)
    {
        var clock = ReadingClock.Take();
        var bytes = ArrayPool<byte>.Shared.Rent(UsualAnswer);
        var length = 0;
        var opening = response.Content.ReadAsStreamAsync(clock.Token);
        if (!opening.IsCompleted)
            clock.Tick(started, limit, cancellationToken);
        var stream = await opening.ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                var reading = stream.ReadAsync(bytes.AsMemory(length), clock.Token);
                if (!reading.IsCompleted)
                    clock.Tick(started, limit, cancellationToken);
                var read = await reading.ConfigureAwait(false);
                if (read == 0)
                    break;
                length += read;
                if (length > LargestAnswer)
                    throw new GraphApiException($"The answer is longer than {LargestAnswer} bytes; the message may have been delivered all the same.") { StatusCode = response.StatusCode };
                if (length == bytes.Length)
                    bytes = Enlarge(bytes);
            }
        }

        clock.Return();
        return new AnswerBody(bytes, length);
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private static byte[] Enlarge(byte[] bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        return larger;
    }
}
