using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Limits;

/// <summary>Waits of a Page and its limits together.</summary>
public sealed class ClosureTests
{
    private const string Throttled = """{"error":{"code":613}}""";

    private static readonly AnswerScript Accepted = Answers.Json(200, Answers.Accepted);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Calls_that_waited_for_a_throttled_Page_keep_to_the_rate()
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.With(429, "Retry-After: 10\r\n", Encoding.UTF8.GetBytes(Throttled)), Accepted));
        await using var services = Services(server);
        var client = services.GetRequiredService<PageMessagesClient>();
        var calls = new List<Task> { client.SendAsync(To(0, Requests.Text)) };
        while (server.Requests.Count < 1)
            await Task.Delay(5);
        await Task.Delay(100);

        for (var second = 0; second < 10; second++)
        {
            calls.AddRange(Enumerable.Range((second * 100) + 1, 100).Select(person => client.SendAsync(To(person, Requests.Text))));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _time.Advance(TimeSpan.FromSeconds(0.5));
        while (server.Requests.Count < 301)
            await Task.Delay(5);
        await Task.Delay(200);
        Assert.Equal(301, server.Requests.Count);
        for (var step = 0; step < 100 && calls.Any(call => !call.IsCompleted); step++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.2));
            await Task.Delay(20);
        }

        await Task.WhenAll(calls).WaitAsync(Clients.Patience);
    }

    [Fact]
    public async Task A_pause_is_not_shortened_by_a_throttle()
    {
        var gate = new TaskCompletionSource();
        await using var server = new ScriptedServer(async (connection, request, ct) =>
        {
            if (request.Text.Contains("slow", StringComparison.Ordinal))
            {
                await gate.Task;
                await Answers.With(429, "Retry-After: 1\r\n", Encoding.UTF8.GetBytes(Throttled))(connection, request, ct);
                return;
            }

            await Answers.Json(401, """{"error":{"code":190}}""")(connection, request, ct);
        });
        await using var services = Services(server, options => options.MaxAttempts = 1);
        var client = services.GetRequiredService<PageMessagesClient>();
        var slow = client.SendAsync(To(1, Requests.Text with { Message = new Message { Text = "slow" } }));
        while (server.Requests.Count < 1)
            await Task.Delay(5);
        await FailAsync(client);
        gate.SetResult();
        await Assert.ThrowsAsync<GraphApiException>(() => slow.WaitAsync(Clients.Patience));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(SendOutcome.NotSent, (await FailAsync(client)).Outcome);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("4294967")]
    public async Task A_wait_that_no_timer_has_ends_the_call(string seconds)
    {
        await using var server = new ScriptedServer(Answers.With(429, $"Retry-After: {seconds}\r\n", Encoding.UTF8.GetBytes(Throttled)));
        await using var services = Services(server, options => options.Timeout = Timeout.InfiniteTimeSpan);
        var client = services.GetRequiredService<PageMessagesClient>();

        Assert.Equal(SendOutcome.Rejected, (await FailAsync(client)).Outcome);
        Assert.Equal(SendOutcome.NotSent, (await FailAsync(client)).Outcome);
    }

    [Fact]
    public async Task Calls_that_wait_for_a_place_end_when_the_services_are_disposed()
    {
        await using var server = new ScriptedServer(Accepted);
        var services = Services(server);
        var client = services.GetRequiredService<PageMessagesClient>();
        var video = Requests.Text with { Message = new Message { Attachment = new VideoAttachment { Url = "https://example.com/a.mp4" } } };
        var calls = Enumerable.Range(0, 15).Select(person => client.SendAsync(To(person, video))).ToList();
        await Task.WhenAll(calls.Take(10)).WaitAsync(Clients.Patience);

        await services.DisposeAsync();

        foreach (var call in calls.Skip(10).Append(client.SendAsync(To(99, video))))
            Assert.Equal(SendOutcome.NotSent, (await Assert.ThrowsAsync<GraphApiException>(() => call.WaitAsync(Clients.Patience))).Outcome);
    }

    [Fact]
    public async Task A_limiter_that_cannot_be_created_prevents_the_call_and_is_tried_again()
    {
        var asked = 0;
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => options.RateLimiter = (_, _) => ++asked == 1 ? throw new InvalidOperationException("password=hunter2") : null);
        var client = services.GetRequiredService<PageMessagesClient>();

        var failure = await FailAsync(client);
        await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Equal("The rate limiter could not be created (InvalidOperationException). Nothing was sent.", failure.Message);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_fails_as_the_caller_cancels_is_not_quoted()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => options.AccessTokenProvider = (_, _) =>
        {
            cancel.Cancel();
            throw new IOException("password=hunter2");
        });

        var canceled = await Assert.ThrowsAsync<GraphApiCanceledException>(() => services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text, cancel.Token));

        Assert.Equal(SendOutcome.NotSent, canceled.Outcome);
        Assert.DoesNotContain("hunter2", canceled.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_can_be_read_once_leaves_the_refusal_as_it_was()
    {
        await using var stream = new ByteStream(100, new byte[100], canSeek: false);
        await using var server = new ScriptedServer(Answers.With(429, "Retry-After: 0\r\n", Encoding.UTF8.GetBytes(Throttled)));
        await using var services = Services(server);
        var request = Requests.Text with { Message = new Message { Attachment = new ImageAttachment { File = new GraphFile(stream, "a.jpg", "image/jpeg") } } };

        var failure = await FailAsync(services.GetRequiredService<PageMessagesClient>(), request);

        Assert.Equal((SendOutcome.Rejected, 613), (failure.Outcome, failure.Code));
    }

    private static SendMessageRequest To(int person, SendMessageRequest request) => request with { Recipient = new Recipient { Id = $"{person + 1}" } };

    private static Task<GraphApiException> FailAsync(PageMessagesClient client, SendMessageRequest? request = null) =>
        Assert.ThrowsAsync<GraphApiException>(() => client.SendAsync(request ?? Requests.Text).WaitAsync(Clients.Patience));

    private ServiceProvider Services(ScriptedServer server, Action<GraphApiClientOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken) = (server.BaseAddress, Clients.PageId, Clients.Canary);
            change?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }
}
