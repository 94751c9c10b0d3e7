using Microsoft.Extensions.DependencyInjection;
using RedisRateLimiting;
using StackExchange.Redis;

namespace PageMessagesGen.Worker;

/// <summary>Limits a Page across processes and machines, by a Redis server that all of them use.</summary>
internal static class SharedRates
{
    /// <summary>Adds limiters that share the rates of each Page.</summary>
    /// <param name="services">The services.</param>
    /// <param name="redis">The connection string of the server.</param>
    public static IServiceCollection AddSharedRates(this IServiceCollection services, string redis)
    {
        var connection = new Lazy<IConnectionMultiplexer>(() => ConnectionMultiplexer.Connect(redis));
        services.Configure<GraphApiClientOptions>("PageMessages", options => options.RateLimiter = (pageId, rate) => Create(connection, pageId, rate));
        return services;
    }

    private static RedisSlidingWindowRateLimiter<string> Create(Lazy<IConnectionMultiplexer> connection, string pageId, CallRate rate) => new(
        $"page:{pageId}:{rate.Name}",
        new RedisSlidingWindowRateLimiterOptions { ConnectionMultiplexerFactory = () => connection.Value, PermitLimit = rate.Calls, Window = rate.Period });
}
