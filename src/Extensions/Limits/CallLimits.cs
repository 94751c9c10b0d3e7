using PageMessagesGen.Calls;
using PageMessagesGen.Generated;
using PageMessagesGen.Http;

namespace PageMessagesGen.Limits;

/// <summary>The limits on the calls of a Page: the rates of the schema, and what the server reports.</summary>
internal sealed class CallLimits(string pageId, GraphApiClientOptions options, TimeProvider time) : IDisposable
{
    private readonly object _lock = new();
    private readonly UsageBrake _brake = new(time);

    // A schema has few rates, and all calls but the first ones read alone.
    private volatile (RateDescription Rate, ICallLimit? Limit)[] _limits = [];

    /// <summary>Waits until a call may be made.</summary>
    /// <returns>What is disposed when the call has ended; null if there is nothing to dispose.</returns>
    /// <exception cref="GraphApiException">It cannot be made in time. Nothing was sent.</exception>
    public async ValueTask<IDisposable?> EnterAsync<TAnswer>(PageCall<TAnswer> call, Deadline deadline, CancellationToken cancellationToken)
        where TAnswer : class
    {
        Leases? leases = null;
        try
        {
            foreach (var description in call.Rates)
            {
                if (call.IsIn(description) && LimitOf(description) is { } limit && await limit.EnterAsync(deadline, cancellationToken).ConfigureAwait(false) is { } lease)
                    (leases ??= []).Add(lease);
            }

            await _brake.WaitAsync(deadline, cancellationToken).ConfigureAwait(false);
            return leases;
        }
        catch
        {
            leases?.Dispose();
            throw;
        }
    }

    /// <summary>Takes note of what the server reports.</summary>
    public void Learn(UsageReport report) => _brake.Learn(report);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, limit) in _limits)
            limit?.Dispose();
    }

    private ICallLimit? LimitOf(RateDescription description)
    {
        if (TryFind(description, out var known))
            return known;
        lock (_lock)
        {
            if (TryFind(description, out known))
                return known;
            var limit = Create(description.Rate);
            _limits = [.. _limits, (description, limit)];
            return limit;
        }
    }

    private bool TryFind(RateDescription description, out ICallLimit? limit)
    {
        foreach (var (rate, known) in _limits)
        {
            if (rate != description)
                continue;
            limit = known;
            return true;
        }

        limit = null;
        return false;
    }

    private ICallLimit? Create(CallRate rate)
    {
        if (options.RateLimiter is not { } create)
            return new SlidingWindow(rate, time);
        try
        {
            return create(pageId, rate) is { } limiter ? new PluggedLimit(limiter, rate, time) : null;
        }
        catch (Exception exception)
        {
            // Its message may contain a secret. The next call tries again.
            throw LimitFailure.Of($"The rate limiter could not be created ({exception.GetType().Name}).", null);
        }
    }

    /// <summary>Leases that are disposed together.</summary>
    private sealed class Leases : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(static lease => lease.Dispose());
    }
}
