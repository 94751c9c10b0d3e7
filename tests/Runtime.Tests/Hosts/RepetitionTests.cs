using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>Which calls a registered client attempts again, when, and with which access token.</summary>
public sealed class RepetitionTests
{
    private const string Throttled = """{"error":{"code":613}}""";
    private const string Unauthorized = """{"error":{"code":190}}""";

    private static readonly AnswerScript Accepted = Answers.Json(200, Answers.Accepted);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_call_that_was_throttled_is_repeated_after_the_time_that_the_server_asks_for()
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.With(429, "Retry-After: 30\r\n", System.Text.Encoding.UTF8.GetBytes(Throttled)), Accepted));
        await using var services = Services(server);

        var sending = services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);
        await ReceivedAsync(server, 1);
        _time.Advance(TimeSpan.FromSeconds(29.9));
        await Task.Delay(100);
        Assert.Single(server.Requests);
        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(0.1));

        Assert.Equal("m_AbC-123", (await sending).MessageId);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_minutes_of_a_usage_header_are_waited_for()
    {
        const string Usage = """X-Business-Use-Case-Usage: {"100":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":1}]}""";
        await using var server = new ScriptedServer(Answers.InTurn(Answers.With(400, $"{Usage}\r\n", System.Text.Encoding.UTF8.GetBytes("""{"error":{"code":80006}}""")), Accepted));
        await using var services = Services(server);

        var sending = services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);
        await ReceivedAsync(server, 1);
        _time.Advance(TimeSpan.FromSeconds(59.9));
        await Task.Delay(100);
        Assert.Single(server.Requests);
        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(0.1));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_would_pass_the_deadline_is_not_begun()
    {
        await using var server = new ScriptedServer(Answers.With(429, "Retry-After: 101\r\n", System.Text.Encoding.UTF8.GetBytes(Throttled)));
        await using var services = Services(server);

        var thrown = await FailAsync(services);

        Assert.Equal((SendOutcome.Rejected, 1, TimeSpan.FromSeconds(101)), (thrown.Outcome, thrown.Attempts, thrown.RetryAfter));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Attempts_are_counted_and_limited()
    {
        await using var server = new ScriptedServer(Answers.Json(400, Throttled));
        await using var services = Services(server, options => options.MaxAttempts = 3);

        var sending = FailAsync(services);
        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(1));

        Assert.Equal((SendOutcome.Rejected, 3), ((await sending).Outcome, (await sending).Attempts));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":613,"error_subcode":2018338}}""")]
    [InlineData(400, """{"error":{"code":4,"error_subcode":2018354}}""")]
    [InlineData(400, """{"error":{"code":2}}""")]
    [InlineData(400, """{"error":{"code":551}}""")]
    [InlineData(400, """{"error":{"code":987654,"is_transient":true}}""")]
    [InlineData(503, Throttled)]
    [InlineData(429, "")]
    [InlineData(500, "")]
    public async Task Nothing_else_is_repeated(int status, string body)
    {
        await using var server = new ScriptedServer(Answers.Json(status, body));
        await using var services = Services(server);

        Assert.Equal(1, (await FailAsync(services)).Attempts);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_caller_who_cancels_a_wait_learns_what_became_of_the_call()
    {
        await using var server = new ScriptedServer(Answers.With(429, "Retry-After: 30\r\n", System.Text.Encoding.UTF8.GetBytes(Throttled)));
        await using var services = Services(server);
        using var cancel = new CancellationTokenSource();

        var sending = services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text, cancel.Token);
        await ReceivedAsync(server, 1);
        await Task.Delay(100);
        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<GraphApiCanceledException>(() => sending.WaitAsync(Clients.Patience));
        Assert.Equal((SendOutcome.Rejected, "The call was canceled. The server had refused it.", cancel.Token), (thrown.Outcome, thrown.Message, thrown.CancellationToken));
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_once_more()
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.Json(401, Unauthorized), Accepted));
        var asked = 0;
        await using var services = Services(server, options => options.AccessTokenProvider = (_, _) => ValueTask.FromResult($"token-{Interlocked.Increment(ref asked)}"));

        await services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);

        Assert.Equal((2, 2), (asked, server.Requests.Count));
        Assert.NotEqual(server.Requests[0].Values("Authorization"), server.Requests[1].Values("Authorization"));
    }

    [Fact]
    public async Task A_provider_that_fails_after_a_refusal_does_not_hide_it()
    {
        await using var server = new ScriptedServer(Answers.Json(401, Unauthorized));
        var asked = 0;
        await using var services = Services(server, options => options.AccessTokenProvider = (_, _) =>
            Interlocked.Increment(ref asked) == 1 ? ValueTask.FromResult(Clients.Canary) : throw new InvalidOperationException());

        var thrown = await FailAsync(services);

        Assert.Equal((SendOutcome.Rejected, 190, 2), (thrown.Outcome, thrown.Code, asked));
    }

    [Fact]
    public async Task A_Page_whose_token_stays_refused_is_paused_and_others_go_on()
    {
        await using var server = new ScriptedServer((connection, request, ct) =>
            (request.Target.Contains("/11/", StringComparison.Ordinal) ? Answers.Json(401, Unauthorized) : Accepted)(connection, request, ct));
        await using var services = Services(server, options => options.AccessTokenProvider = (_, _) => ValueTask.FromResult("the-same"));
        var clients = services.GetRequiredService<IPageMessagesClientFactory>();

        var refused = await Assert.ThrowsAsync<GraphApiException>(() => clients.ForPage("11").SendAsync(Requests.Text));
        var paused = await Assert.ThrowsAsync<GraphApiException>(() => clients.ForPage("11").SendAsync(Requests.Text));
        await clients.ForPage("22").SendAsync(Requests.Text);
        _time.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<GraphApiException>(() => clients.ForPage("11").SendAsync(Requests.Text));

        Assert.Equal((SendOutcome.Rejected, 1), (refused.Outcome, refused.Attempts));
        Assert.Equal(
            "The Page is paused for another 300 seconds, because the server answered error 190: The access token is invalid, expired or revoked. Nothing was sent.",
            paused.Message);
        Assert.Equal((SendOutcome.NotSent, TimeSpan.FromMinutes(5)), (paused.Outcome, paused.RetryAfter));
        Assert.Equal(["/11/", "/22/", "/11/"], server.Requests.Select(request => request.Target[6..10]));
    }

    [Theory]
    [InlineData("throws", "The provider of access tokens failed (InvalidOperationException). Nothing was sent.")]
    [InlineData("gives nothing", "The provider of access tokens returned no valid access token. Nothing was sent.")]
    public async Task A_provider_that_fails_sends_nothing_and_shows_no_secret(string what, string message)
    {
        await using var server = new ScriptedServer(Accepted);
        await using var services = Services(server, options => options.AccessTokenProvider = (_, _) =>
            what == "throws" ? throw new InvalidOperationException(Clients.Canary) : ValueTask.FromResult($"{Clients.Canary} "));

        var thrown = await FailAsync(services);

        Assert.Equal((SendOutcome.NotSent, message), (thrown.Outcome, thrown.Message));
        Assert.DoesNotContain("Canary", thrown.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_Page_that_is_throttled_for_ten_minutes_changes_nothing_for_another_one()
    {
        await using var server = new ScriptedServer((connection, request, ct) => (request.Target.Contains("/11/", StringComparison.Ordinal)
            ? Answers.With(429, "Retry-After: 600\r\n", System.Text.Encoding.UTF8.GetBytes(Throttled))
            : Accepted)(connection, request, ct));
        await using var services = Services(server, options => options.Timeout = TimeSpan.FromSeconds(30));
        var clients = services.GetRequiredService<IPageMessagesClientFactory>();

        await Assert.ThrowsAsync<GraphApiException>(() => clients.ForPage("11").SendAsync(Requests.Text));
        for (var minute = 0; minute < 10; minute++)
        {
            var local = await Assert.ThrowsAsync<GraphApiException>(() => clients.ForPage("11").SendAsync(Requests.Text));
            Assert.Equal((SendOutcome.NotSent, TimeSpan.FromMinutes(10 - minute)), (local.Outcome, local.RetryAfter));
            await clients.ForPage("22").SendAsync(Requests.Text).WaitAsync(Clients.Patience);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(server.Requests, request => request.Target.Contains("/11/", StringComparison.Ordinal));
        Assert.Equal(11, server.Requests.Count);
    }

    [Theory]
    [InlineData("X-Business-Use-Case-Usage", "")]
    [InlineData("X-Business-Use-Case-Usage", "[1]")]
    [InlineData("X-Business-Use-Case-Usage", """{"1":{"estimated_time_to_regain_access":5}}""")]
    [InlineData("X-Business-Use-Case-Usage", """{"1":[{"estimated_time_to_regain_access":"5"}]}""")]
    [InlineData("X-Business-Use-Case-Usage", """{"1":[{"estimated_time_to_regain_access":-5}]}""")]
    [InlineData("X-Business-Use-Case-Usage", """{"1":[{"estimated_time_to_regain_access":1e300}]}""")]
    [InlineData("X-Business-Use-Case-Usage", """{"1":[{"estimated_time_to""")]
    [InlineData("Retry-After", "soon")]
    [InlineData("Retry-After", "-1")]
    public async Task A_header_that_cannot_be_read_is_ignored(string name, string value)
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.With(429, $"{name}: {value}\r\n", System.Text.Encoding.UTF8.GetBytes(Throttled)), Accepted));
        await using var services = Services(server);

        var sending = services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);
        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(0.1));

        Assert.Equal("m_AbC-123", (await sending).MessageId);
    }

    private static async Task ReceivedAsync(ScriptedServer server, int count)
    {
        while (server.Requests.Count < count)
            await Task.Delay(5);
        await Task.Delay(50);
    }

    private static Task<GraphApiException> FailAsync(ServiceProvider services) =>
        Assert.ThrowsAsync<GraphApiException>(() => services.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text).WaitAsync(Clients.Patience));

    private async Task AdvanceUntilAsync(Task sending, TimeSpan step)
    {
        for (var i = 0; i < 500 && !sending.IsCompleted; i++)
        {
            _time.Advance(step);
            await Task.Delay(10);
        }

        Assert.True(sending.IsCompleted, string.Create(CultureInfo.InvariantCulture, $"It still waits at {_time.GetUtcNow():O}."));
    }

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
