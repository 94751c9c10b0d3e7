using System.Collections.Concurrent;
using PageMessagesGen.Calls;
using PageMessagesGen.Generated;
using PageMessagesGen.Http;

namespace PageMessagesGen.Limits;

/// <summary>The limits on the calls of a Page: the rates of the schema, and what the server reports.</summary>
internal sealed class CallLimits(string pageId, GraphApiClientOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<RateDescription, Lazy<ICallLimit?>> _limits = new(concurrencyLevel: 1, capacity: 2);
    private readonly UsageBrake _brake = new(time);

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
        foreach (var limit in _limits.Values.Where(limit => limit.IsValueCreated))
            limit.Value?.Dispose();
    }

    private ICallLimit? LimitOf(RateDescription description) =>
        _limits.GetOrAdd(description, static (description, owner) => new Lazy<ICallLimit?>(() => owner.Create(description.Rate)), this).Value;

    private ICallLimit? Create(CallRate rate)
    {
        if (options.RateLimiter is not { } create)
            return new SlidingWindow(rate, time);
        return create(pageId, rate) is { } limiter ? new PluggedLimit(limiter, rate, time) : null;
    }

    /// <summary>Leases that are disposed together.</summary>
    private sealed class Leases : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(static lease => lease.Dispose());
    }
}
