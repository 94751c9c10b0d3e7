using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Rules;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Conversations;

/// <summary>A message that comes after its window has closed is a violation, if the host knows when the customer last acted.</summary>
public sealed class WindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Customer = Requests.Text.Recipient.Id!;

    private static readonly SendMessageRequest Agent = Requests.Text with { MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };

    [Fact]
    public async Task A_closed_window_is_a_violation_that_says_what_is_open()
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddHours(-30));

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => scene.SendAsync(Requests.Text));

        var violation = Assert.Single(failure.Violations);
        Assert.Equal(("standard-window", RuleSeverity.Error, "messaging_type"), (violation.Rule, violation.Severity, violation.Path));
        Assert.Equal(
            "The customer last acted at 2026-11-27 02:00:00 UTC, and the window of 24 hours closed at 2026-11-28 02:00:00 UTC. Still open: human-agent-window until 2026-12-04 02:00:00 UTC. A response or an update can only be sent in the 24 hours after the customer's last action.",
            violation.Message);
        Assert.Equal(SendOutcome.NotSent, failure.Outcome);
        Assert.Empty(scene.Server.Requests);
    }

    [Fact]
    public async Task After_all_windows_nothing_is_open()
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddDays(-8));

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => scene.SendAsync(Agent));

        Assert.Equal("human-agent-window", Assert.Single(failure.Violations).Rule);
        Assert.Contains("Nothing else is open.", failure.Violations[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("17841400000000001", false)]
    public async Task On_Instagram_events_have_the_id_of_the_account(string? account, bool isSent)
    {
        await using var scene = new Scene(options => options.InstagramAccountId = _ => account);
        await scene.ActAsync(Now.AddDays(-2), page: "17841400000000001");

        Assert.Equal(isSent, await Record.ExceptionAsync(() => scene.SendAsync(Requests.Text)) is null);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_window_includes_its_end(int ticks, bool isOpen)
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddHours(-24).AddTicks(-ticks));

        Assert.Equal(isOpen, await Record.ExceptionAsync(() => scene.SendAsync(Requests.Text)) is null);
    }

    [Fact]
    public async Task A_customer_of_whom_nothing_is_known_can_be_written_to()
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddDays(-30), customer: "1");
        await scene.ActAsync(Now.AddDays(-30), page: "1");

        await scene.SendAsync(Requests.Text);

        Assert.Single(scene.Server.Requests);
    }

    [Fact]
    public async Task Other_recipients_have_no_window()
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddDays(-30));

        await scene.SendAsync(Requests.Text with { Recipient = new() { UserRef = Customer } });
        await scene.SendAsync(Requests.Text with { Recipient = new() { CommentId = Customer } });
        await scene.SendAsync(Requests.Text with { Recipient = new() { OneTimeNotifToken = Customer } });

        Assert.Equal(3, scene.Server.Requests.Count);
    }

    [Theory]
    [InlineData(ValidationMode.Enforce, null, false, 0)]
    [InlineData(ValidationMode.Warn, null, true, 1)]
    [InlineData(ValidationMode.Off, null, true, 0)]
    [InlineData(ValidationMode.Off, ValidationMode.Enforce, false, 0)]
    [InlineData(ValidationMode.Enforce, ValidationMode.Warn, true, 1)]
    [InlineData(ValidationMode.Enforce, ValidationMode.Off, true, 0)]
    public async Task The_options_say_what_is_done_about_a_violation(ValidationMode all, ValidationMode? windows, bool isSent, int reports)
    {
        List<RuleViolation> reported = [];
        await using var scene = new Scene(options => (options.Validation, options.WindowValidation, options.OnViolations) = (all, windows, reported.AddRange));
        await scene.ActAsync(Now.AddDays(-2));

        Assert.Equal(isSent, await Record.ExceptionAsync(() => scene.SendAsync(Requests.Text)) is null);
        Assert.Equal(reports, reported.Count);
        Assert.All(reported, violation => Assert.Equal("standard-window", violation.Rule));
    }

    [Fact]
    public async Task A_window_can_be_ignored_like_a_rule()
    {
        await using var scene = new Scene(options => options.IgnoredRules.Add("standard-window"));
        await scene.ActAsync(Now.AddDays(-2));

        await scene.SendAsync(Requests.Text);
    }

    [Fact]
    public async Task A_message_without_a_type_is_reported_and_sent()
    {
        List<RuleViolation> reported = [];
        await using var scene = new Scene(options => options.OnViolations = reported.AddRange);
        await scene.ActAsync(Now.AddDays(-2));

        await scene.SendAsync(Requests.Text with { MessagingType = null });

        Assert.Equal(["message-says-why", "untyped-window"], reported.Select(violation => violation.Rule));
    }

    [Fact]
    public async Task Events_open_the_window_again()
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddDays(-2));
        await scene.TellAsync(new(Customer, Now.AddMinutes(-1), false, null));
        await Assert.ThrowsAsync<GraphApiException>(() => scene.SendAsync(Requests.Text));

        await scene.TellAsync(new(Customer, Now.AddMinutes(-1), true, null), isSample: true);
        await Assert.ThrowsAsync<GraphApiException>(() => scene.SendAsync(Requests.Text));

        await scene.TellAsync(new(Customer, Now.AddMinutes(-1), true, null));
        await scene.SendAsync(Requests.Text);
    }

    [Fact]
    public async Task The_time_of_an_event_counts_and_not_that_of_its_arrival()
    {
        await using var scene = new Scene();
        await scene.ActAsync(Now.AddHours(-25));
        await Assert.ThrowsAsync<GraphApiException>(() => scene.SendAsync(Requests.Text));

        await scene.ActAsync(Now.AddHours(5));
        Assert.Equal(Now, (await scene.Windows.FindAsync(Clients.PageId, Customer)).LastAction);

        await scene.ActAsync(Now.AddHours(-26));
        Assert.Equal(Now, (await scene.Windows.FindAsync(Clients.PageId, Customer)).LastAction);
    }

    [Fact]
    public async Task The_windows_of_a_customer_can_be_asked_for()
    {
        await using var scene = new Scene();
        var unknown = await scene.Windows.FindAsync(Clients.PageId, Customer);
        await scene.ActAsync(Now.AddHours(-25));
        var known = await scene.Windows.FindAsync(Clients.PageId, Customer);

        Assert.Equal([null, null, null], PageMessagesWindows.All.Select(unknown.IsOpen));
        Assert.Null(unknown.ClosesAt(PageMessagesWindows.StandardWindow));
        Assert.False(known.IsOpen(PageMessagesWindows.StandardWindow));
        Assert.True(known.IsOpen(PageMessagesWindows.HumanAgentWindow));
        Assert.Equal(Now.AddHours(-1), known.ClosesAt(PageMessagesWindows.StandardWindow));
        Assert.Equal(Now.AddHours(143), known.ClosesAt(PageMessagesWindows.HumanAgentWindow));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_stops_no_send()
    {
        await using var scene = new Scene(store: new BrokenStore());

        await scene.SendAsync(Requests.Text);
        await scene.SendAsync(Requests.Text);

        Assert.Equal(2, scene.Server.Requests.Count);
        Assert.Equal(["The conversations cannot be read or written (IOException). Windows of the customers concerned are not checked."], scene.Warnings);
        await Assert.ThrowsAsync<IOException>(() => scene.Windows.FindAsync(Clients.PageId, Customer).AsTask());
    }

    [Fact]
    public async Task A_store_that_hangs_holds_no_send_up()
    {
        await using var scene = new Scene(store: new BrokenStore { Hangs = true }, time: TimeProvider.System);

        await scene.SendAsync(Requests.Text);

        Assert.Equal(["The conversations cannot be read or written (TimeoutException). Windows of the customers concerned are not checked."], scene.Warnings);
    }

    [Fact]
    public async Task What_a_store_cannot_write_is_kept_in_memory()
    {
        await using var scene = new Scene(store: new BrokenStore { Known = Now.AddDays(-2) });
        await Assert.ThrowsAsync<GraphApiException>(() => scene.SendAsync(Requests.Text));

        await scene.ActAsync(Now.AddMinutes(-1));
        await scene.SendAsync(Requests.Text);

        Assert.Single(scene.Warnings);
    }

    private sealed class BrokenStore : IConversationStore
    {
        public DateTimeOffset? Known { get; init; }

        public bool Hangs { get; init; }

        public async ValueTask<DateTimeOffset?> FindLastActionAsync(string pageId, string customerId, CancellationToken cancellationToken)
        {
            await Task.Delay(Hangs ? Timeout.Infinite : 1, cancellationToken);
            return Known ?? throw new IOException("The disk is on fire.");
        }

        public ValueTask RecordActionAsync(string pageId, string customerId, DateTimeOffset time, CancellationToken cancellationToken) => throw new IOException("The disk is on fire.");
    }

    /// <summary>A host with conversations, and a server that accepts everything.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly WarningList _warnings = new();

        public Scene(Action<GraphApiClientOptions>? change = null, IConversationStore? store = null, TimeProvider? time = null)
        {
            Host = new Hosted("bare", Server.BaseAddress, change, add: services =>
            {
                services.AddSingleton(time ?? new FakeTimeProvider(Now)).AddLogging(logging => logging.AddProvider(_warnings));
                if (store is not null)
                    services.AddSingleton(store);
                services.AddConversations();
            });
        }

        public ScriptedServer Server { get; } = new(Answers.Json(200, Answers.Accepted));

        public Hosted Host { get; }

        public IMessagingWindows Windows => Host.Services.GetRequiredService<IMessagingWindows>();

        public IReadOnlyList<string> Warnings => _warnings.All;

        public Task<SendMessageResponse> SendAsync(SendMessageRequest request) => Host.Client.SendAsync(request).WaitAsync(Clients.Patience);

        public Task ActAsync(DateTimeOffset time, string? customer = null, string page = Clients.PageId) => TellAsync(new(customer ?? Customer, time, true, null), page);

        public async Task TellAsync(ToldEvent received, string page = Clients.PageId, bool isSample = false)
        {
            foreach (var observer in Host.Services.GetServices<IWebhookObserver>())
                await observer.ObserveAsync(received, new("page", page) { IsSample = isSample }, CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Server.DisposeAsync();
        }
    }

    private sealed class WarningList : ILoggerProvider
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(All);

        public void Dispose()
        {
        }

        private sealed class Logger(List<string> all) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (logLevel >= LogLevel.Warning)
                    all.Add(formatter(state, exception));
            }
        }
    }
}
