using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Hosts.Faults;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Chaos;

/// <summary>How a host begins its calls.</summary>
internal enum Manner
{
    /// <summary>One call of <c>SendAsync</c> for each message.</summary>
    One,

    /// <summary>All by <c>SendAllAsync</c>.</summary>
    All,

    /// <summary>The same, but it is shut down in the middle, and started again with the rest.</summary>
    AllWithShutdown,
}

/// <summary>A host, and the calls that it makes.</summary>
/// <param name="Name">The name in the table of hosts.</param>
/// <param name="Version">The version of HTTP.</param>
/// <param name="Manner">How it begins the calls.</param>
/// <param name="IsHasty">Whether it has a short time limit. Servers that hang are only for such a host.</param>
internal sealed record ChaosHost(string Name, Version Version, Manner Manner, bool IsHasty)
{
    private const int Pages = 4;
    private const int Connections = 16;

    private static readonly (TimeSpan Call, TimeSpan Attempt) Short = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));

    /// <summary>Gets each kind of host with both versions of HTTP and, over all, each way to begin calls.</summary>
    public static IReadOnlyList<ChaosHost> Everyone { get; } =
    [
        .. HostTable.All.Keys.SelectMany((name, i) => new ChaosHost[]
        {
            new(name, HttpVersion.Version11, (i % 3) switch { 0 => Manner.One, 1 => Manner.AllWithShutdown, _ => Manner.All }, i % 4 == 0),
            new(name, HttpVersion.Version20, (i % 3) switch { 0 => Manner.AllWithShutdown, 1 => Manner.All, _ => Manner.One }, i % 4 == 1),
        }),
    ];

    /// <summary>Gets what can go wrong with its calls.</summary>
    public IEnumerable<Trouble> Troubles => Trouble.All.Where(trouble => (IsHasty || !trouble.Hangs) && (Manner == Manner.One || trouble.Cancel is null));

    /// <summary>Makes the calls, each of which it notes the end of.</summary>
    public async Task RunAsync(IReadOnlyList<ChaosCall> calls, ChaosServer server, Random random)
    {
        await using var services = Services(server, random);
        var clients = services.GetRequiredService<IPageMessagesClientFactory>();
        var pages = Enumerable.Range(1, Pages).Select(page => clients.ForPage($"{page}")).ToList();
        if (Manner == Manner.One)
        {
            await Sending.EachAsync(calls, call => pages[call.Person % Pages]);
            return;
        }

        await Task.WhenAll(calls.GroupBy(call => pages[call.Person % Pages]).Select(group =>
            Sending.AllAsync(group.Key, [.. group], Manner == Manner.AllWithShutdown)));
    }

    private ServiceProvider Services(ChaosServer server, Random random)
    {
        var (call, attempt) = IsHasty ? Short : (Clients.Patience * 4, Clients.Patience * 2);
        var services = new ServiceCollection();
        var http = services.AddPageMessages(options =>
        {
            options.BaseAddress = new Uri($"http://127.0.0.1:{(Version == HttpVersion.Version11 ? server.Http1 : server.Http2)}");
            (options.AccessToken, options.Timeout) = (Clients.Canary, call);
            options.PauseAfterPageError = Manner == Manner.All ? TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;
        });
        http.ConfigureHttpClient(client => (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (Version, HttpVersionPolicy.RequestVersionExact));
        HostTable.All[Name](services, http, attempt);
        http.ConfigurePrimaryHttpMessageHandler((handler, _) => Limit(handler, server, random));

        // Otherwise, the host would stop nearly all calls itself: so many of them fail.
        services.ConfigureAll<HttpStandardResilienceOptions>(options => (options.CircuitBreaker.FailureRatio, options.CircuitBreaker.MinimumThroughput) = (1, int.MaxValue));
        services.ConfigureAll<HttpStandardHedgingResilienceOptions>(options =>
            (options.Endpoint.CircuitBreaker.FailureRatio, options.Endpoint.CircuitBreaker.MinimumThroughput) = (1, int.MaxValue));
        return services.BuildServiceProvider();
    }

    private static void Limit(HttpMessageHandler handler, ChaosServer server, Random random)
    {
        if (handler is HttpClientHandler other)
            other.MaxConnectionsPerServer = Connections;
        if (handler is not SocketsHttpHandler own)
            return;
        own.MaxConnectionsPerServer = Connections;
        own.ConnectCallback = (context, cancellationToken) => ConnectAsync(PortFor(context.DnsEndPoint.Port, server, random), cancellationToken);
    }

    private static int PortFor(int port, ChaosServer server, Random random)
    {
        int chance;
        lock (random)
            chance = random.Next(100);
        return chance switch
        {
            < 10 => server.Refusing,
            < 14 => server.Deaf,
            _ => port,
        };
    }

    private static async ValueTask<Stream> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
