using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Hosts.Faults;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>Hosts with handlers and registrations that are rare, and in which a message must arrive once all the same.</summary>
public sealed class OddHostTests
{
    private const string Throttled = """{"error":{"code":613}}""";

    private static readonly AnswerScript Accepted = Answers.Json(200, Answers.Accepted);

    [Theory]
    [InlineData("retry appended")]
    [InlineData("copies")]
    public async Task A_refusal_before_the_body_says_nothing_of_a_later_attempt(string kind)
    {
        var (requests, delivered) = (0, 0);
        await using var server = new ScriptedServer(
            async (connection, _, ct) =>
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    await Answers.With(429, "Connection: close\r\n", Encoding.UTF8.GetBytes(Throttled))(connection, null!, ct);
                    return;
                }

                // The message is taken, and nobody is told.
                await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), ct);
                if (await ReadsMessageAsync(connection, ct))
                    Interlocked.Increment(ref delivered);
            },
            readsBody: false);
        await using var host = Host(server.BaseAddress, (services, http) =>
        {
            http.ConfigureHttpClient(client => client.DefaultRequestHeaders.ExpectContinue = true);
            HostTable.All[kind](services, http, Clients.Patience);
        });

        var failure = await FailAsync(host, Requests.Text with { Message = new Message { Text = new string('a', 1500) } });

        Assert.Equal((SendOutcome.Unknown, 1), (failure.Outcome, delivered));
    }

    [Fact]
    public async Task An_attempt_that_a_handler_gave_up_cannot_begin_after_the_end()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var host = Host(
            server.BaseAddress,
            (_, http) => http.AddHttpMessageHandler(() => new OddHandlers.Abandoning()).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { ConnectCallback = ConnectSlowlyAsync }),
            options => options.MaxAttempts = 1);

        var failure = await FailAsync(host);
        await Task.Delay(1_000);

        Assert.Equal(SendOutcome.NotSent, failure.Outcome);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_handler_that_sends_synchronously_sends_nothing()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var host = Host(server.BaseAddress, (_, http) => http.AddHttpMessageHandler(() => new OddHandlers.Synchronous()));

        await FailAsync(host);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_body_can_be_put_into_another_one()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var host = Host(server.BaseAddress, (_, http) => http.AddHttpMessageHandler(() => new OddHandlers.Wrapping()));

        await host.GetRequiredService<IPageMessagesClient>().SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Contains("\"text\"", Assert.Single(server.Requests).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("copies")]
    [InlineData("buffers")]
    public async Task A_client_can_be_registered_twice(string? kind)
    {
        await using var server = new ScriptedServer(Accepted);
        await using var host = Host(server.BaseAddress, (services, _) =>
        {
            var again = services.AddPageMessages(_ => { });
            if (kind is not null)
                HostTable.All[kind](services, again, Clients.Patience);
        });

        await host.GetRequiredService<IPageMessagesClient>().SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_handler_behind_all_filters_sends_once()
    {
        await using var server = new ScriptedServer(Accepted);
        await using var host = Host(server.BaseAddress, (services, _) => services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new OddHandlers.TwiceFilter())));

        await FailAsync(host);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Keys_that_print_alike_are_different_clients()
    {
        await using var server = new ScriptedServer(Accepted);
        var services = new ServiceCollection();
        foreach (var (key, page) in new (object, string)[] { (1, "111"), ("1", "222") })
            services.AddPageMessages(key, options => (options.BaseAddress, options.PageId, options.AccessToken) = (server.BaseAddress, page, Clients.Canary));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IPageMessagesClient>(1).SendAsync(Requests.Text);
        await provider.GetRequiredKeyedService<IPageMessagesClient>("1").SendAsync(Requests.Text);

        Assert.Equal(["/v26.0/111/messages", "/v26.0/222/messages"], server.Requests.Select(request => request.Target));
    }

    private static async ValueTask<Stream> ConnectSlowlyAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(600, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<bool> ReadsMessageAsync(Stream connection, CancellationToken cancellationToken)
    {
        var (text, buffer) = (new StringBuilder(), new byte[8192]);
        while (!text.ToString().EndsWith("}}", StringComparison.Ordinal))
        {
            var count = await connection.ReadAsync(buffer, cancellationToken);
            if (count == 0)
                return false;
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return true;
    }

    private static Task<GraphApiException> FailAsync(ServiceProvider host, SendMessageRequest? request = null) =>
        Assert.ThrowsAsync<GraphApiException>(() => host.GetRequiredService<IPageMessagesClient>().SendAsync(request ?? Requests.Text).WaitAsync(Clients.Patience));

    private static ServiceProvider Host(Uri server, Action<IServiceCollection, IHttpClientBuilder> configure, Action<GraphApiClientOptions>? change = null)
    {
        var services = new ServiceCollection();
        var http = services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken) = (server, Clients.PageId, Clients.Canary);
            change?.Invoke(options);
        });
        configure(services, http);
        return services.BuildServiceProvider();
    }
}
