using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PageMessagesGen.Runtime.Tests.Client;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>What goes wrong with the connections of a client: between two calls, in the middle of a body, or because there are too few.</summary>
public sealed class ConnectionTests
{
    private static readonly string Accepted = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Answers.Accepted.Length}\r\n\r\n{Answers.Accepted}";

    public static TheoryData<string> Kinds => Hosted.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_connection_that_was_closed_between_two_calls_is_not_used(string kind)
    {
        var closed = new TaskCompletionSource();
        await using var server = new ScriptedServer(async (connection, _, ct) =>
        {
            await connection.WriteAsync(Encoding.UTF8.GetBytes(Accepted), ct);
            await connection.DisposeAsync();
            closed.TrySetResult();
        });
        await using var host = new Hosted(kind, server.BaseAddress);

        var first = await host.TellAsync(Requests.Text);
        await closed.Task.WaitAsync(Clients.Patience);
        var second = await host.TellAsync(Requests.Text);

        Assert.Equal(("Sent", "Sent", 2), (first, second, server.Requests.Count));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_message_that_was_read_by_a_connection_that_closes_is_not_sent_over_another_one(string kind)
    {
        var delivered = 0;
        await using var server = new ScriptedServer(async (connection, _, ct) =>
        {
            await connection.WriteAsync(Encoding.UTF8.GetBytes(Accepted), ct);
            if (await ReceivedRequest.ReadAsync(connection, ct) is not null)
                Interlocked.Increment(ref delivered);
        });
        await using var host = new Hosted(kind, server.BaseAddress);

        var first = await host.TellAsync(Requests.Text);
        var second = await host.TellAsync(Requests.Text);

        Assert.Equal(("Sent", "Unknown", 1, 1), (first, second, server.Requests.Count, delivered));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_message_that_meets_a_reset_of_its_connection_is_not_sent_over_another_one(string kind)
    {
        await using var server = new ScriptedServer(async (connection, _, ct) =>
        {
            await connection.WriteAsync(Encoding.UTF8.GetBytes(Accepted), ct);
            var socket = ((NetworkStream)connection).Socket;
            while (socket.Available == 0)
                await Task.Delay(5, ct);
            socket.LingerState = new LingerOption(true, 0);
        });
        await using var host = new Hosted(kind, server.BaseAddress);

        var first = await host.TellAsync(Requests.Text);
        var second = await host.TellAsync(Requests.Text);

        Assert.Equal(("Sent", "Unknown", 1), (first, second, server.Requests.Count));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_second_call_finds_another_connection_when_the_first_one_goes_away(string kind)
    {
        await using var server = await Http2Server.StartAsync(context =>
        {
            context.Connection.RequestClose();
            return context.Response.WriteAsync(Answers.Accepted);
        });
        await using var host = new Hosted(kind, server.Address, http: UseHttp2);

        Assert.Equal(("Sent", "Sent"), (await host.TellAsync(Requests.Text), await host.TellAsync(Requests.Text)));

        Assert.Equal(2, server.Received);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_that_is_cut_off_by_a_reset_is_begun_once(string kind)
    {
        var read = 0;
        await using var server = new ScriptedServer(
            async (connection, _, ct) =>
            {
                var some = new byte[64 * 1024];
                await connection.ReadExactlyAsync(some, ct);
                Interlocked.Add(ref read, some.Length);
                ((NetworkStream)connection).Socket.LingerState = new LingerOption(true, 0);
            },
            readsBody: false);
        await using var host = new Hosted(kind, server.BaseAddress);
        await using var stream = new ByteStream(FileTests.Large / 4);

        Assert.Equal("Unknown", await host.TellAsync(FileTests.Picture(new GraphFile(stream, "tour.mp4", "video/mp4"))));

        Assert.Equal((1, 64 * 1024), (server.Requests.Count, read));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_whose_stream_is_reset_is_begun_once(string kind)
    {
        var begun = 0;
        await using var server = await Http2Server.StartAsync(
            async context =>
            {
                await context.Request.Body.ReadExactlyAsync(new byte[64 * 1024]);
                Interlocked.Increment(ref begun);
                context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(8);
            },
            readsBody: false);
        await using var host = new Hosted(kind, server.Address, http: UseHttp2);
        await using var stream = new ByteStream(FileTests.Large / 4);

        Assert.Equal("Unknown", await host.TellAsync(FileTests.Picture(new GraphFile(stream, "tour.mp4", "video/mp4"))));

        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task A_call_that_gets_no_connection_in_time_is_not_sent()
    {
        await using var server = new ScriptedServer(Answers.Stall());
        await using var host = new Hosted(
            "bare", server.BaseAddress, options => options.Timeout = TimeSpan.FromSeconds(0.5), handler => ((SocketsHttpHandler)handler).MaxConnectionsPerServer = 1);
        using var http = host.Http;
        http.Timeout = Timeout.InfiniteTimeSpan;
        using var end = new CancellationTokenSource();
        var occupying = http.GetAsync(server.BaseAddress, end.Token);
        while (server.Requests.Count == 0)
            await Task.Delay(5);

        Assert.Equal("NotSent", await host.TellAsync(Requests.Text));

        Assert.Equal("GET", Assert.Single(server.Requests).Method);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => occupying);
    }

    [Fact]
    public async Task An_address_that_changes_is_used_while_the_old_one_still_answers()
    {
        await using var old = new ScriptedServer(async (connection, _, ct) =>
        {
            await connection.WriteAsync(Encoding.UTF8.GetBytes(Accepted), ct);
            await Task.Delay(Timeout.Infinite, ct);
        });
        await using var current = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        var port = old.BaseAddress.Port;
        var usual = Timeout.InfiniteTimeSpan;
        await using var host = new Hosted("bare", new Uri("http://localhost"), connect: handler =>
        {
            var own = (SocketsHttpHandler)handler;
            (usual, own.PooledConnectionLifetime) = (own.PooledConnectionLifetime, TimeSpan.FromMilliseconds(50));
            own.ConnectCallback = async (_, ct) =>
            {
                var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, ct);
                return client.GetStream();
            };
        });

        Assert.Equal("Sent", await host.TellAsync(Requests.Text));
        port = current.BaseAddress.Port;
        await Task.Delay(200);
        Assert.Equal("Sent", await host.TellAsync(Requests.Text));

        Assert.Equal((1, 1), (old.Requests.Count, current.Requests.Count));
        Assert.InRange(usual, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }

    private static void UseHttp2(HttpClient client) =>
        (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
}
