using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Client;
using PageMessagesGen.Runtime.Tests.Hosts.Faults;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>
/// Whatever fails in whatever host, no sink gets the access token, the customer or the text. Nothing else runs meanwhile: some sinks belong
/// to the process.
/// </summary>
[Collection(nameof(FileMemoryTests))]
public sealed class LeakTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Nothing_secret_is_logged_traced_or_thrown(string version)
    {
        using var sinks = new Sinks();
        var hosts = LongTests.Cases(HostTable.All, 1).ToList();

        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (host, _) =>
        {
            foreach (var fault in FaultTable.All.Where(fault => !fault.Hangs))
                await FailAsync(fault, host.Value, Version.Parse(version), sinks);
        });

        Assert.InRange(sinks.Count, hosts.Count * 90, int.MaxValue);
        Assert.Empty(sinks.Leaks);
    }

    [Theory]
    [InlineData("log")]
    [InlineData("scope")]
    [InlineData("event")]
    [InlineData("activity")]
    [InlineData("meter")]
    public void A_leak_is_found(string sink)
    {
        using var sinks = new Sinks();
        using var activities = new ActivitySource("Leaks");
        using var meter = new Meter("Leaks");
        using var events = new EventSource("Leaks");
        var logger = sinks.CreateLogger("Leaks");

        switch (sink)
        {
            case "log":
                logger.Log(LogLevel.Trace, default, Clients.Canary, null, static (text, _) => text);
                break;
            case "scope":
                logger.BeginScope(Requests.Text.Recipient.Id!);
                break;
            case "event":
                events.Write("Sent", new EventSourceOptions { Level = EventLevel.Informational }, new { text = Requests.Text.Message!.Text });
                break;
            case "activity":
                activities.StartActivity("send")?.SetTag("token", Clients.Canary).Stop();
                break;
            default:
                meter.CreateCounter<long>("sends").Add(1, new KeyValuePair<string, object?>("customer", Requests.Text.Recipient.Id));
                break;
        }

        Assert.NotEmpty(sinks.Leaks);
    }

    private static async Task FailAsync(Fault fault, Action<IServiceCollection, IHttpClientBuilder, TimeSpan> host, Version version, Sinks sinks)
    {
        await using var server = await fault.StartAsync(version);
        if (server is null)
            return;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Unowned(sinks)).SetMinimumLevel(LogLevel.Trace));
        var http = services.AddPageMessages(options =>
            (options.BaseAddress, options.PageId, options.AccessToken, options.AppSecret, options.Timeout, options.MaxAttempts) = (server.Address, Clients.PageId, Clients.Canary, AppSecretTests.AppSecret, Clients.Patience, 2));
        http.ConfigureHttpClient(client => (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (version, HttpVersionPolicy.RequestVersionExact));
        http.AddDefaultLogger();
        host(services, http, Clients.Patience);
        http.ConfigurePrimaryHttpMessageHandler((handler, _) => server.Prepare(handler));
        await using var provider = services.BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);
        }
        catch (GraphApiException failure)
        {
            sinks.Add($"{failure} {string.Join(' ', failure.Data.Values.Cast<object>())}");
        }
    }

    /// <summary>A provider that a host does not dispose.</summary>
    private sealed class Unowned(Sinks sinks) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => sinks.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
