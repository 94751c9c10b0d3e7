using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>Each fault in each host, over both versions of HTTP: the server gets a message at most once, and the client says what is true.</summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    // The time limit of a call, and that of an attempt by the host. Only a server that hangs reaches them, however busy the machine is.
    private static readonly (TimeSpan Call, TimeSpan Attempt) Short = (TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(0.8));
    private static readonly (TimeSpan Call, TimeSpan Attempt) Long = (Clients.Patience, Clients.Patience);

    public static TheoryData<string, string> Registered => Cells(LongTests.Cases(HostTable.All.Keys, 1));

    public static TheoryData<string, string> Foreign => Cells(LongTests.Cases(HostTable.WithoutCopies, 1));

    [Theory]
    [MemberData(nameof(Registered))]
    public async Task A_registered_client_tells_the_outcome_and_sends_once(string host, string version)
    {
        var rows = await RunAsync(HttpVersion(version), (server, http, limits) => RegisteredClient(host, server, http, limits));

        Print(host, version, rows);
        Assert.Equal(rows.Select(row => $"{row.Fault.Name}: {row.Fault.Outcome?.ToString() ?? "Sent"}"), rows.Select(row => $"{row.Fault.Name}: {row.Told}"));
        Assert.DoesNotContain(rows, row => row.Delivered > 1 || row.IsContradiction);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Any_other_client_sends_once_and_says_nothing_that_is_not_true(string host, string version)
    {
        var rows = await RunAsync(HttpVersion(version), (server, http, limits) => ForeignClient(host, server, http, limits));

        Print(host, version, rows);
        Assert.DoesNotContain(rows, row => row.Delivered > 1 || row.IsContradiction);

        // What it cannot know, it calls unknown.
        Assert.DoesNotContain(rows, row => row.Told != (row.Fault.Outcome?.ToString() ?? "Sent") && row.Told != "Unknown");
    }

    private static TheoryData<string, string> Cells(IEnumerable<string> hosts)
    {
        var cells = new TheoryData<string, string>();
        foreach (var host in hosts)
        {
            cells.Add(host, "1.1");
            cells.Add(host, "2.0");
        }

        return cells;
    }

    private static Version HttpVersion(string version) => Version.Parse(version);

    private static async Task<IReadOnlyList<Row>> RunAsync(Version version, Func<IFaultyServer, Version, (TimeSpan Call, TimeSpan Attempt), (IAsyncDisposable, IPageMessagesClient)> create)
    {
        using var places = new SemaphoreSlim(16);
        var rows = await Task.WhenAll(FaultTable.All.Select(fault => RunAsync(fault, version, create, places)));
        return [.. rows.OfType<Row>()];
    }

    private static async Task<Row?> RunAsync(Fault fault, Version version, Func<IFaultyServer, Version, (TimeSpan Call, TimeSpan Attempt), (IAsyncDisposable, IPageMessagesClient)> create, SemaphoreSlim places)
    {
        await places.WaitAsync();
        try
        {
            await using var server = await fault.StartAsync(version);
            if (server is null)
                return null;
            var (services, client) = create(server, version, fault.Hangs ? Short : Long);
            await using (services)
            {
                var told = await TellAsync(client);
                return new Row(fault, told, server.Received);
            }
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<string> TellAsync(IPageMessagesClient client)
    {
        try
        {
            await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience * 2);
            return "Sent";
        }
        catch (GraphApiException failure)
        {
            return failure.Outcome.ToString();
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private static (IAsyncDisposable, IPageMessagesClient) RegisteredClient(string host, IFaultyServer server, Version version, (TimeSpan Call, TimeSpan Attempt) limits)
    {
        var services = new ServiceCollection();
        var http = services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken, options.Timeout) = (server.Address, Clients.PageId, Clients.Canary, limits.Call);
            options.MaxAttempts = 2;
        });
        http.ConfigureHttpClient(client => Use(client, version));
        HostTable.All[host](services, http, limits.Attempt);
        http.ConfigurePrimaryHttpMessageHandler((handler, _) => server.Prepare(handler));
        var provider = services.BuildServiceProvider();
        return (provider, provider.GetRequiredService<IPageMessagesClient>());
    }

    private static (IAsyncDisposable, IPageMessagesClient) ForeignClient(string host, IFaultyServer server, Version version, (TimeSpan Call, TimeSpan Attempt) limits)
    {
        var services = new ServiceCollection();
        var http = services.AddHttpClient("pages", client => Use(client, version));
        HostTable.All[host](services, http, limits.Attempt);
        http.ConfigurePrimaryHttpMessageHandler((handler, _) => server.Prepare(handler));
        var provider = services.BuildServiceProvider();
        var options = Clients.Options(server.Address);
        options.Timeout = limits.Call;
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("pages");
        client.Timeout = Timeout.InfiniteTimeSpan;
        return (provider, new PageMessagesClient(client, options));
    }

    private static void Use(HttpClient client, Version version) =>
        (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (version, HttpVersionPolicy.RequestVersionExact);

    private void Print(string host, string version, IEnumerable<Row> rows)
    {
        output.WriteLine($"{host}, HTTP/{version}");
        foreach (var row in rows)
            output.WriteLine($"  {row.Fault.Name,-22} {row.Told,-10} delivered {row.Delivered}");
    }

    /// <summary>A cell of the matrix.</summary>
    /// <param name="Fault">The fault.</param>
    /// <param name="Told">What the client said.</param>
    /// <param name="Received">How many requests the server received.</param>
    private sealed record Row(Fault Fault, string Told, int Received)
    {
        public int Delivered => Fault.Delivers ? Received : 0;

        public bool IsContradiction => Told switch
        {
            "Sent" => Fault.Outcome is not null || Delivered != 1,
            "NotSent" => Received > 0,
            "Rejected" => Delivered > 0,
            _ => false,
        };
    }
}
