using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>Whatever a call waits for, its caller can cancel it, gets it back soon, and learns what became of the message.</summary>
public sealed class WaitingTests
{
    private const string Throttled = """{"error":{"code":613}}""";

    // Much longer than it takes, and much shorter than each of the waits.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static readonly AnswerScript ComeBackLater = Answers.With(429, "Retry-After: 20\r\n", Encoding.UTF8.GetBytes(Throttled));

    public static TheoryData<string> Kinds => Hosted.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task For_a_response(string kind)
    {
        await using var server = new ScriptedServer(Answers.Stall());
        await using var host = new Hosted(kind, server.BaseAddress);

        // Hosts that hedge have begun a second attempt by then.
        Assert.Equal(SendOutcome.Unknown, await CancelAsync(host, async () =>
        {
            await ReceivedAsync(server, 1);
            await Task.Delay(100);
        }));

        Assert.Single(server.Requests, request => request.Body.Length > 0);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("HTTP/1.1 400 No\r\nContent-Length: 100\r\n\r\n{")]
    public async Task For_the_rest_of_a_response(string beginning)
    {
        await using var server = new ScriptedServer(Answers.Stall(beginning));
        await using var host = new Hosted("bare", server.BaseAddress);

        Assert.Equal(SendOutcome.Unknown, await CancelAsync(host, () => ReceivedAsync(server, 1)));
    }

    [Fact]
    public async Task For_its_turn_behind_another_call()
    {
        await using var server = new ScriptedServer(Answers.Stall());
        await using var host = new Hosted("bare", server.BaseAddress);
        var earlier = host.Client.SendAsync(Requests.Text);

        Assert.Equal(SendOutcome.NotSent, await CancelAsync(host, () => ReceivedAsync(server, 1)));

        Assert.False(earlier.IsCompleted);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task For_the_end_of_a_pause_of_the_Page()
    {
        var time = new WatchedTime();
        await using var server = new ScriptedServer(ComeBackLater);
        await using var host = new Hosted("bare", server.BaseAddress, add: services => services.AddSingleton<TimeProvider>(time));
        var throttled = host.Client.SendAsync(Requests.Text);
        await time.WaitAsync();

        Assert.Equal(SendOutcome.NotSent, await CancelAsync(host, time.WaitAsync, Requests.Text with { Recipient = new() { Id = "2" } }));

        Assert.False(throttled.IsCompleted);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task For_the_time_after_which_the_server_accepts_it()
    {
        var time = new WatchedTime();
        await using var server = new ScriptedServer(ComeBackLater);
        await using var host = new Hosted("bare", server.BaseAddress, add: services => services.AddSingleton<TimeProvider>(time));

        Assert.Equal(SendOutcome.Rejected, await CancelAsync(host, time.WaitAsync));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task For_another_attempt_to_connect()
    {
        var time = new WatchedTime();
        await using var host = new Hosted("bare", ScriptedServer.Nobody(), add: services => services.AddSingleton<TimeProvider>(time));

        Assert.Equal(SendOutcome.NotSent, await CancelAsync(host, time.WaitAsync));
    }

    [Theory]
    [InlineData(503, "", SendOutcome.Unknown)]
    [InlineData(429, Throttled, SendOutcome.Rejected)]
    public async Task For_a_handler_of_the_host_that_will_try_again(int status, string body, SendOutcome outcome)
    {
        var waiting = new TaskCompletionSource();
        await using var server = new ScriptedServer(Answers.With(status, "Retry-After: 20\r\n", Encoding.UTF8.GetBytes(body)));
        await using var host = new Hosted("retry appended", server.BaseAddress, add: services => services.ConfigureAll<HttpStandardResilienceOptions>(options =>
            options.Retry.OnRetry = _ =>
            {
                waiting.TrySetResult();
                return default;
            }));

        Assert.Equal(outcome, await CancelAsync(host, () => waiting.Task));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("bare")]
    [InlineData("hedging")]
    [InlineData("retry appended")]
    public async Task For_a_connection(string kind)
    {
        var connecting = new TaskCompletionSource();
        await using var host = new Hosted(kind, ScriptedServer.Nobody(), connect: handler =>
        {
            var own = (SocketsHttpHandler)handler;
            own.ConnectTimeout = Timeout.InfiniteTimeSpan;
            own.ConnectCallback = async (_, _) =>
            {
                connecting.TrySetResult();
                await Task.Delay(Clients.Patience, CancellationToken.None);
                throw new IOException();
            };
        });

        Assert.Equal(SendOutcome.NotSent, await CancelAsync(host, () => connecting.Task));
    }

    [Fact]
    public async Task For_a_free_connection()
    {
        await using var server = new ScriptedServer(Answers.Stall());
        await using var host = new Hosted("bare", server.BaseAddress, connect: handler => ((SocketsHttpHandler)handler).MaxConnectionsPerServer = 1);
        var earlier = host.Client.SendAsync(Requests.Text with { Recipient = new() { Id = "2" } });
        await ReceivedAsync(server, 1);

        Assert.Equal(SendOutcome.NotSent, await CancelAsync(host, () => Task.Delay(100)));

        Assert.False(earlier.IsCompleted);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task For_an_access_token()
    {
        var asked = new TaskCompletionSource();
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var host = new Hosted("bare", server.BaseAddress, options => options.AccessTokenProvider = async (_, _) =>
        {
            asked.TrySetResult();
            await Task.Delay(Clients.Patience, CancellationToken.None);
            return Clients.Canary;
        });

        Assert.Equal(SendOutcome.NotSent, await CancelAsync(host, () => asked.Task));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task For_many_calls()
    {
        await using var server = new ScriptedServer(Answers.Stall());
        await using var host = new Hosted("bare", server.BaseAddress);
        using var cancel = new CancellationTokenSource();
        var requests = Enumerable.Range(1, 20).Select(person => Requests.Text with { Recipient = new() { Id = $"{person}" } });
        var outcomes = new List<SendOutcome?>();

        var sending = Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in host.Client.SendAllAsync(requests.ToAsyncEnumerable(), 8, cancel.Token))
                outcomes.Add(result.Outcome);
        });
        await ReceivedAsync(server, 8);
        await cancel.CancelAsync();
        await sending.WaitAsync(Soon);

        // One is read ahead.
        Assert.Equal(Enumerable.Repeat<SendOutcome?>(SendOutcome.Unknown, 8), outcomes.Where(outcome => outcome != SendOutcome.NotSent));
        Assert.InRange(outcomes.Count, 8, 9);
    }

    [Fact]
    public async Task For_a_source_of_requests_that_does_not_look_at_the_token()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var host = new Hosted("bare", server.BaseAddress);
        using var cancel = new CancellationTokenSource();
        var (next, disposed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var outcomes = new List<SendOutcome?>();

        var sending = Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in host.Client.SendAllAsync(RequestsAsync(), 8, cancel.Token))
                outcomes.Add(result.Outcome);
        });
        await ReceivedAsync(server, 3);
        await cancel.CancelAsync();
        await sending.WaitAsync(Soon);

        Assert.Equal(3, outcomes.Count);
        Assert.False(disposed.Task.IsCompleted);
        next.SetResult();
        await disposed.Task.WaitAsync(Soon);
        Assert.Equal(3, server.Requests.Count);

        async IAsyncEnumerable<SendMessageRequest> RequestsAsync()
        {
            try
            {
                for (var person = 1; person <= 3; person++)
                    yield return Requests.Text with { Recipient = new() { Id = $"{person}" } };
                await next.Task;
                yield return Requests.Text;
            }
            finally
            {
                disposed.SetResult();
            }
        }
    }

    /// <summary>Sends, cancels once something is waited for, and gives what the caller is told.</summary>
    private static async Task<SendOutcome> CancelAsync(Hosted host, Func<Task> waits, SendMessageRequest? request = null)
    {
        using var cancel = new CancellationTokenSource();
        var sending = host.Client.SendAsync(request ?? Requests.Text, cancel.Token);
        await waits().WaitAsync(Clients.Patience);
        Assert.False(sending.IsCompleted);
        await cancel.CancelAsync().WaitAsync(Soon);
        var thrown = await Assert.ThrowsAsync<GraphApiCanceledException>(() => sending.WaitAsync(Soon));
        Assert.Equal(cancel.Token, thrown.CancellationToken);
        return thrown.Outcome;
    }

    private static async Task ReceivedAsync(ScriptedServer server, int count)
    {
        while (server.Requests.Count < count)
            await Task.Delay(5);
    }

    /// <summary>A clock that stands still, and shows when something waits for it.</summary>
    private sealed class WatchedTime : FakeTimeProvider
    {
        private readonly Channel<bool> _waits = Channel.CreateUnbounded<bool>();

        public Task<bool> WaitAsync() => _waits.Reader.ReadAsync().AsTask();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.Writer.TryWrite(true);
            return timer;
        }
    }
}
