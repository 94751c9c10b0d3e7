using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Settlement;

/// <summary>A message whose response is lost is settled by its echo.</summary>
public sealed class SettlementTests
{
    private const string Id = "m_real";
    private const string Throttled = """{"error":{"message":"Calls to this API have exceeded the rate limit.","code":613}}""";

    private static readonly string Customer = Requests.Text.Recipient.Id!;

    [Fact]
    public async Task A_call_succeeds_if_the_echo_came_before_its_response_was_lost()
    {
        await using var scene = new Scene((scene, request) => scene.EchoAsync(CorrelationIn(request)));

        var sent = await scene.Host.Client.SendAsync(Requests.Text);

        Assert.Equal(new SendMessageResponse { MessageId = Id }, sent);
        Assert.Single(scene.Server.Requests);
        Assert.Empty(scene.Sends.Open);
    }

    [Fact]
    public async Task A_call_waits_for_its_echo()
    {
        var arrived = new TaskCompletionSource<string>();
        await using var scene = new Scene((_, request) => Task.FromResult(arrived.TrySetResult(CorrelationIn(request))), options => options.EchoWait = Clients.Patience);

        var sending = scene.Host.Client.SendAsync(Requests.Text);
        var correlation = await arrived.Task.WaitAsync(Clients.Patience);
        Assert.False(sending.IsCompleted);
        await scene.EchoAsync(correlation);

        Assert.Equal(Id, (await sending.WaitAsync(Clients.Patience)).MessageId);
        Assert.Null(await scene.Sends.WaitAsync(correlation, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_later_call_to_the_customer_does_not_wait_for_the_echo()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask, options => options.EchoWait = TimeSpan.FromMinutes(5), [Answers.Raw(""), Answers.Json(200, Answers.Accepted)]);
        using var stop = new CancellationTokenSource();

        var first = scene.Host.Client.SendAsync(Requests.Text, stop.Token);
        await scene.Host.Client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.False(first.IsCompleted);
        await stop.CancelAsync();
        var failure = await Assert.ThrowsAsync<GraphApiException>(() => first.WaitAsync(Clients.Patience));
        Assert.Equal(SendOutcome.Unknown, failure.Outcome);
        Assert.NotNull(failure.Correlation);
    }

    [Fact]
    public async Task A_message_without_an_echo_is_open_until_it_arrives()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask);
        await using var reader = scene.Sends.ReadSettledAsync().GetAsyncEnumerator();
        var settling = reader.MoveNextAsync();

        var failure = await scene.FailAsync();
        var open = Assert.Single(scene.Sends.Open);
        var waiting = scene.Sends.WaitAsync(failure.Correlation!, Clients.Patience);
        Assert.False(waiting.IsCompleted);
        await scene.EchoAsync(failure.Correlation!);

        Assert.Equal((failure.Correlation, Clients.PageId, Requests.Text.Recipient), (open.Correlation, open.PageId, open.Recipient));
        var settled = await waiting;
        Assert.Equal((open, Id), (settled!.Send, settled.MessageId));
        Assert.True(await settling.AsTask().WaitAsync(Clients.Patience));
        Assert.Equal(settled, reader.Current);
        Assert.Equal(settled, await scene.Sends.WaitAsync(failure.Correlation!, TimeSpan.Zero));
        Assert.Empty(scene.Sends.Open);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("customer")]
    [InlineData("case")]
    [InlineData("space")]
    [InlineData("prefix")]
    [InlineData("other")]
    [InlineData("no id")]
    [InlineData("sample")]
    [InlineData("no echo")]
    public async Task Another_echo_settles_nothing(string difference)
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask);
        var correlation = (await scene.FailAsync()).Correlation!;

        await (difference switch
        {
            "page" => scene.EchoAsync(correlation, pageId: "100200300400501"),
            "customer" => scene.EchoAsync(correlation, customer: "4471239905512288"),
            "case" => scene.EchoAsync(correlation.ToLowerInvariant()),
            "space" => scene.EchoAsync($"{correlation} "),
            "prefix" => scene.EchoAsync(correlation[..^1]),
            "other" => scene.EchoAsync("order 17"),
            "no id" => scene.EchoAsync(correlation, id: ""),
            "sample" => scene.TellAsync(new(Customer, null, false, new(correlation, Id)), new("page", Clients.PageId) { IsSample = true }),
            _ => scene.TellAsync(new(Customer, null, true, null), new("page", Clients.PageId)),
        });

        Assert.Null(await scene.Sends.WaitAsync(correlation, TimeSpan.Zero));
        Assert.Single(scene.Sends.Open);
    }

    [Fact]
    public async Task On_Instagram_the_echo_has_the_id_of_the_account()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask, options => options.InstagramAccountId = page => page == Clients.PageId ? "17841400000000001" : null);
        var correlation = (await scene.FailAsync()).Correlation!;

        await scene.EchoAsync(correlation, pageId: "17841400000000002");
        Assert.Null(await scene.Sends.WaitAsync(correlation, TimeSpan.Zero));
        await scene.EchoAsync(correlation, pageId: "17841400000000001");
        Assert.Equal(Id, (await scene.Sends.WaitAsync(correlation, TimeSpan.Zero))!.MessageId);
    }

    [Fact]
    public async Task The_first_echo_counts()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask);
        var correlation = (await scene.FailAsync()).Correlation!;

        await scene.EchoAsync(correlation);
        await scene.EchoAsync(correlation);
        await scene.EchoAsync(correlation, id: "m_copy");

        Assert.Equal(Id, (await scene.Sends.WaitAsync(correlation, TimeSpan.Zero))!.MessageId);
    }

    [Fact]
    public async Task The_request_has_a_random_correlation_and_is_otherwise_the_same()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask);
        var first = (await scene.FailAsync()).Correlation!;
        await scene.FailAsync();

        var sent = scene.Server.Requests.Select(CorrelationIn).ToList();
        Assert.Equal(first, sent[0]);
        Assert.All(sent, correlation => Assert.Matches("^pmg-[0-9A-F]{32}$", correlation));
        Assert.NotEqual(sent[0], sent[1]);
        Assert.Null(Requests.Text.Message!.Metadata);
        Assert.Equal(Requests.Text.ToJson(), (Requests.Text with { Message = Requests.Text.Message with { Metadata = null } }).ToJson());
    }

    [Fact]
    public async Task Metadata_of_ones_own_is_sent_as_it_is_and_settles_nothing()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask);
        var request = Requests.Text with { Message = new() { Text = "Hello", Metadata = "order 17" } };

        var failure = await scene.FailAsync(request);
        await scene.EchoAsync("order 17");

        Assert.Equal("order 17", CorrelationIn(Assert.Single(scene.Server.Requests)));
        Assert.Null(failure.Correlation);
        Assert.Empty(scene.Sends.Open);
    }

    [Fact]
    public async Task A_sender_action_has_no_echo()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask);

        var failure = await scene.FailAsync(new() { Recipient = new() { Id = Customer }, SenderAction = SenderAction.TypingOn });

        Assert.Null(failure.Correlation);
        Assert.Empty(scene.Sends.Open);
    }

    [Fact]
    public async Task Without_the_option_requests_are_as_they_were()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask, options => options.SettleUnknownSends = false);

        var failure = await scene.FailAsync();

        Assert.DoesNotContain("metadata", Assert.Single(scene.Server.Requests).Text, StringComparison.Ordinal);
        Assert.Null(failure.Correlation);
        Assert.Empty(scene.Sends.Open);
    }

    [Fact]
    public async Task A_call_is_not_attempted_again_after_its_echo()
    {
        await using var scene = new Scene((scene, request) => scene.EchoAsync(CorrelationIn(request)), null, [Answers.Json(400, Throttled)]);

        var sent = await scene.Host.Client.SendAsync(Requests.Text);

        Assert.Equal(Id, sent.MessageId);
        Assert.Single(scene.Server.Requests);
    }

    [Fact]
    public async Task A_call_that_is_attempted_again_has_the_same_correlation()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask, null, [Answers.Json(400, Throttled), Answers.Raw("")]);

        var failure = await scene.FailAsync();

        Assert.Equal([failure.Correlation, failure.Correlation], scene.Server.Requests.Select(CorrelationIn));
        Assert.Equal(2, failure.Attempts);
    }

    [Fact]
    public async Task What_was_refused_or_not_sent_is_not_open()
    {
        await using var scene = new Scene((_, _) => Task.CompletedTask, null, [Answers.Json(400, """{"error":{"message":"Invalid parameter","code":100}}""")]);
        var refused = await scene.FailAsync();
        await using var nowhere = new Hosted("bare", ScriptedServer.Nobody(), options => (options.SettleUnknownSends, options.MaxAttempts) = (true, 1));
        var unsent = await Assert.ThrowsAsync<GraphApiException>(() => nowhere.Client.SendAsync(Requests.Text));

        Assert.Equal((SendOutcome.Rejected, SendOutcome.NotSent), (refused.Outcome, unsent.Outcome));
        Assert.Equal((null, null), (refused.Correlation, unsent.Correlation));
        Assert.Empty(scene.Sends.Open);
        Assert.Empty(nowhere.Services.GetRequiredService<IUnknownSends>().Open);
    }

    [Fact]
    public async Task A_call_that_is_canceled_is_open()
    {
        using var stop = new CancellationTokenSource();
        await using var scene = new Scene((_, _) => stop.CancelAsync(), null, [Answers.Stall()]);

        var canceled = await Assert.ThrowsAsync<GraphApiCanceledException>(() => scene.Host.Client.SendAsync(Requests.Text, stop.Token).WaitAsync(Clients.Patience));

        Assert.Equal(Assert.Single(scene.Sends.Open).Correlation, canceled.Correlation);
    }

    [Fact]
    public async Task What_is_too_old_or_too_much_is_given_up()
    {
        var time = new FakeTimeProvider();
        await using var scene = new Scene(
            (_, _) => Task.CompletedTask,
            add: services => services.AddSingleton<TimeProvider>(time).Configure<UnknownSendOptions>(options => (options.Capacity, options.GiveUpAfter) = (2, TimeSpan.FromHours(1))));
        List<string> sent = [];
        for (var i = 0; i < 3; i++)
        {
            sent.Add((await scene.FailAsync()).Correlation!);
            time.Advance(TimeSpan.FromMinutes(25));
        }

        Assert.Equal(sent[1..], scene.Sends.Open.Select(send => send.Correlation));
        await scene.EchoAsync(sent[0]);
        Assert.Null(await scene.Sends.WaitAsync(sent[0], TimeSpan.FromMinutes(1)));

        var waiting = scene.Sends.WaitAsync(sent[1], TimeSpan.FromDays(1));
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(sent[2..], scene.Sends.Open.Select(send => send.Correlation));
        Assert.Null(await waiting.WaitAsync(Clients.Patience));
    }

    [Fact]
    public async Task Settled_messages_are_counted_and_logged()
    {
        var counted = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        var page = "777000111222333";
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (counted)
                counted.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
        });
        meters.Start();
        using var lines = new Lines();
        await using var scene = new Scene(
            (scene, request) => scene.Server.Requests.Count == 1 ? scene.EchoAsync(CorrelationIn(request), page) : Task.CompletedTask,
            options => options.PageId = page,
            add: services => services.AddLogging(logging => logging.AddProvider(lines).SetMinimumLevel(LogLevel.Information)));

        await scene.Host.Client.SendAsync(Requests.Text);
        var correlation = (await scene.FailAsync()).Correlation!;
        await scene.EchoAsync(correlation, page);

        // Other tests settle messages meanwhile.
        lock (counted)
        {
            Assert.Contains("facebook_graph send by_call", counted);
            Assert.Contains("facebook_graph send later", counted);
        }

        Assert.Collection(
            lines.All,
            line => Assert.Equal($"send for the Page {page} has an unknown outcome by its response, and succeeded by the echo of its message.", line),
            line => Assert.Matches($"^send for the Page {page} had an unknown outcome[.] The echo of its message arrived [0-9.E-]+ s later: it was sent[.]$", line));

        static void Enable(Instrument instrument, MeterListener listener)
        {
            if (instrument.Name == "pagemessages.client.settled.messages")
                listener.EnableMeasurementEvents(instrument);
        }
    }

    private static string CorrelationIn(ReceivedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("message").GetProperty("metadata").GetString()!;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }

    /// <summary>A host, and a server that loses its responses.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        public Scene(Func<Scene, ReceivedRequest, Task> before, Action<GraphApiClientOptions>? change = null, AnswerScript[]? answers = null, Action<IServiceCollection>? add = null)
        {
            var answer = Answers.InTurn(answers ?? [Answers.Raw("")]);
            Server = new ScriptedServer(async (connection, request, ct) =>
            {
                await before(this, request);
                await answer(connection, request, ct);
            });
            Host = new Hosted(
                "bare",
                Server.BaseAddress,
                options =>
                {
                    (options.SettleUnknownSends, options.EchoWait, options.Validation) = (true, TimeSpan.Zero, ValidationMode.Off);
                    change?.Invoke(options);
                },
                add: add);
        }

        public ScriptedServer Server { get; }

        public Hosted Host { get; }

        public IUnknownSends Sends => Host.Services.GetRequiredService<IUnknownSends>();

        public async Task<GraphApiException> FailAsync(SendMessageRequest? request = null) =>
            await Assert.ThrowsAsync<GraphApiException>(() => Host.Client.SendAsync(request ?? Requests.Text).WaitAsync(Clients.Patience));

        public Task EchoAsync(string correlation, string pageId = Clients.PageId, string? customer = null, string id = Id) =>
            TellAsync(new(customer ?? Customer, null, false, new(correlation, id)), new("page", pageId));

        public async Task TellAsync(ToldEvent received, WebhookContext context)
        {
            foreach (var observer in Host.Services.GetServices<IWebhookObserver>())
                await observer.ObserveAsync(received, context, CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
