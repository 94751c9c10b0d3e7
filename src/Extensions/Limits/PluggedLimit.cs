using System.Threading.RateLimiting;
using PageMessagesGen.Calls;

namespace PageMessagesGen.Limits;

/// <summary>A limiter of the application, such as one that several processes share.</summary>
internal sealed class PluggedLimit(RateLimiter limiter, CallRate rate, TimeProvider time) : ICallLimit
{
    // Between two questions to a limiter that does not tell how long to wait.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public async ValueTask<IDisposable?> EnterAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await AskAsync(deadline, cancellationToken).ConfigureAwait(false);
            if (lease.IsAcquired)
                return lease;
            TimeSpan? told = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : null;
            lease.Dispose();
            var wait = told ?? (Pause * (1 + Random.Shared.NextDouble()));
            if (!deadline.Allows(wait))
                throw LimitFailure.Of($"The rate limiter allows no call ({rate.Name}) within the time limit of the call.", told);
            await Task.Delay(wait > TimeSpan.Zero ? wait : Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private async Task<RateLimitLease> AskAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<RateLimitLease>? asking = null;
        try
        {
            asking = limiter.AcquireAsync(1, limit.Token).AsTask();
            return await deadline.WaitAsync(asking, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // It may still give a lease.
            await limit.CancelAsync().ConfigureAwait(false);
            _ = asking?.ContinueWith(static task => task.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            throw LimitFailure.Of($"The rate limiter {(exception is TimeoutException ? "did not respond in time" : $"failed ({exception.GetType().Name})")} ({rate.Name}).", null);
        }
    }
}
