using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PageMessagesGen.Generated;

/// <summary>Sends many requests. Generated clients use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GraphApiSends
{
    // For a source that does not look at the token.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Sends requests, several at a time, and returns what became of each as soon as it is known.</summary>
    /// <param name="requests">The requests. One is read ahead of the calls that are running.</param>
    /// <param name="send">The method that sends one. It is called in the order of the requests.</param>
    /// <param name="maxConcurrency">The number of calls at a time.</param>
    /// <param name="cancellationToken">A token to cancel the operation. Each request that was read still has a result, also one that the source returns within 2 seconds.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled. All results have been returned.</exception>
    public static async IAsyncEnumerable<SendResult<TRequest, TResponse>> SendAllAsync<TRequest, TResponse>(
        IAsyncEnumerable<TRequest> requests,
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        int maxConcurrency,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(send);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);

        // Who stops reading the results stops the calls.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var places = new SemaphoreSlim(maxConcurrency);
        var results = Channel.CreateUnbounded<SendResult<TRequest, TResponse>>();
        var producing = ProduceAsync(requests, send, maxConcurrency, places, results.Writer, stop.Token);
        try
        {
            // Not canceled: the results of running calls are still to come.
            await foreach (var result in results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return result;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await producing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await producing.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    // Ends when each call has ended, whatever happens to the source of the requests.
    private static async Task ProduceAsync<TRequest, TResponse>(
        IAsyncEnumerable<TRequest> requests,
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        int maxConcurrency,
        SemaphoreSlim places,
        ChannelWriter<SendResult<TRequest, TResponse>> results,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        try
        {
            await ReadAsync(requests, BeginAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The reader of the results is told when it has all of them.
        }
        finally
        {
            // All places are free when no call is running.
            for (var i = 0; i < maxConcurrency; i++)
                await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            results.Complete();
        }

        async Task BeginAsync(TRequest request)
        {
            await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            _ = SendAsync(request, send, places, results, cancellationToken);
        }
    }

    // A source need not look at the token. What it has taken from somewhere else would be lost if it were not waited for at all.
    private static async Task ReadAsync<TRequest>(IAsyncEnumerable<TRequest> requests, Func<TRequest, Task> begin, CancellationToken cancellationToken)
    {
        var source = requests.GetAsyncEnumerator(cancellationToken);
        var moving = Task.FromResult(true);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                moving = source.MoveNextAsync().AsTask();
                await ((Task)moving).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ((Task)moving).WaitAsync(Grace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!moving.IsCompleted || !await moving.ConfigureAwait(false))
                    return;
                await begin(source.Current).ConfigureAwait(false);
            }
        }
        finally
        {
            if (moving.IsCompleted)
                await source.DisposeAsync().ConfigureAwait(false);
            else
                _ = DisposeAfterAsync(moving, source);
        }
    }

    private static async Task DisposeAfterAsync<TRequest>(Task moving, IAsyncEnumerator<TRequest> source)
    {
        await moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await source.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task SendAsync<TRequest, TResponse>(
        TRequest request,
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        SemaphoreSlim places,
        ChannelWriter<SendResult<TRequest, TResponse>> results,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        SendResult<TRequest, TResponse> result;
        try
        {
            result = new(request, await send(request, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception exception)
        {
            result = new(request, null, exception);
        }

        results.TryWrite(result);
        places.Release();
    }
}
