using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using PageMessages;
using PageMessagesGen.Rules;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Rules;

/// <summary>What a client does with a request that breaks the schema, before anything leaves the process.</summary>
public sealed class EnforcementTests
{
    private static readonly SendMessageRequest WithoutTag = Requests.Text with { MessagingType = MessagingType.MessageTag };

    // A warning (the persona's id) and an advice (why the message is sent), but no error.
    private static readonly SendMessageRequest Doubtful = Requests.Text with { MessagingType = null, PersonaId = "aino" };

    [Fact]
    public async Task A_request_with_an_error_is_not_sent()
    {
        var sending = new Sending();

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => sending.SendAsync(WithoutTag));

        Assert.Equal(0, sending.Count);
        Assert.Equal(["message-tag-needs-tag"], failure.Violations.Select(v => v.Rule));
        Assert.Contains("[message-tag-needs-tag] tag: 'tag' is required when 'messaging_type' is MESSAGE_TAG.", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.StatusCode);
        Assert.Null(failure.Error);
    }

    [Fact]
    public void The_failure_comes_through_the_task()
    {
        var task = new Sending().SendAsync(WithoutTag);

        Assert.IsType<GraphApiException>(Assert.IsType<AggregateException>(task.Exception).InnerException);
    }

    [Fact]
    public async Task The_message_shows_no_value_and_no_token()
    {
        var request = WithoutTag with { Recipient = new() { Id = "4471239905512287", PhoneNumber = "+358401234567" } };

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => new Sending().SendAsync(request));

        Assert.DoesNotContain("4471239905512287", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("358401234567", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Clients.Canary, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("19:30", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_and_advice_are_reported_and_sent()
    {
        var found = new List<RuleViolation>();
        var sending = new Sending(o => o.OnViolations = found.AddRange);

        await sending.SendAsync(Doubtful);

        Assert.Equal(1, sending.Count);
        Assert.Equal([("format", RuleSeverity.Warning), ("message-says-why", RuleSeverity.Info)], found.Select(v => (v.Rule, v.Severity)));
    }

    [Fact]
    public async Task Warnings_beside_an_error_go_to_the_handler_and_the_error_to_the_caller()
    {
        var found = new List<RuleViolation>();
        var sending = new Sending(o => o.OnViolations = found.AddRange);

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => sending.SendAsync(WithoutTag with { PersonaId = "aino" }));

        Assert.Equal(["format"], found.Select(v => v.Rule));
        Assert.Equal(["message-tag-needs-tag"], failure.Violations.Select(v => v.Rule));
    }

    [Fact]
    public async Task A_warning_alone_needs_no_handler()
    {
        var sending = new Sending();

        await sending.SendAsync(Doubtful);

        Assert.Equal(1, sending.Count);
    }

    [Fact]
    public async Task What_the_handler_throws_is_thrown_and_nothing_is_sent()
    {
        var sending = new Sending(o => o.OnViolations = _ => throw new InvalidOperationException("No warnings here."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => sending.SendAsync(Doubtful));

        Assert.Equal(0, sending.Count);
    }

    [Fact]
    public async Task A_client_can_be_told_to_warn_only()
    {
        var found = new List<RuleViolation>();
        var sending = new Sending(o => (o.Validation, o.OnViolations) = (ValidationMode.Warn, found.AddRange));

        await sending.SendAsync(WithoutTag);

        Assert.Equal(1, sending.Count);
        Assert.Equal(["message-tag-needs-tag"], found.Select(v => v.Rule));
    }

    [Fact]
    public async Task Without_a_handler_warnings_are_traced()
    {
        using var listener = new Listener();
        Trace.Listeners.Add(listener);
        try
        {
            await new Sending(o => o.Validation = ValidationMode.Warn).SendAsync(WithoutTag);
        }
        finally
        {
            Trace.Listeners.Remove(listener);
        }

        Assert.Contains(listener.Lines, line => line.Contains("message-tag-needs-tag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_can_be_told_not_to_judge()
    {
        var sending = new Sending(o => (o.Validation, o.OnViolations) = (ValidationMode.Off, _ => Assert.Fail("Nothing is judged.")));

        await sending.SendAsync(WithoutTag);

        Assert.Equal(1, sending.Count);
    }

    [Fact]
    public async Task A_rule_that_is_left_out_is_neither_enforced_nor_reported()
    {
        var found = new List<RuleViolation>();
        var sending = new Sending(o => (o.IgnoredRules, o.OnViolations) = (["message-tag-needs-tag", "format", "no-such-rule"], found.AddRange));

        await sending.SendAsync(WithoutTag with { PersonaId = "aino" });

        Assert.Equal(1, sending.Count);
        Assert.Empty(found);
    }

    [Fact]
    public async Task Options_are_read_when_the_client_is_made()
    {
        GraphApiOptions? options = null;
        var sending = new Sending(o => options = o);
        options!.Validation = ValidationMode.Off;
        options.IgnoredRules.Add("message-tag-needs-tag");

        await Assert.ThrowsAsync<GraphApiException>(() => sending.SendAsync(WithoutTag));
    }

    [Fact]
    public async Task A_client_for_one_platform_judges_for_it()
    {
        var found = new List<RuleViolation>();
        var sending = new Sending(o => o.OnViolations = found.AddRange);
        var request = Requests.Text with { NotificationType = NotificationType.NoPush };

        await sending.Client.SendAsync(request);
        await sending.Client.Messenger.SendAsync(request);
        Assert.Empty(found);
        await sending.Client.Messenger.Instagram.SendAsync(request);

        Assert.Equal(["platform"], found.Select(v => v.Rule));
        Assert.Equal(3, sending.Count);
        Assert.Same(sending.Client.Instagram, sending.Client.Instagram);
        Assert.Same(sending.Client.Instagram, ((IPageMessagesClient)sending.Client).Instagram);
    }

    [Fact]
    public void Options_that_mean_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Sending(o => o.Validation = (ValidationMode)3));
        Assert.Throws<ArgumentException>(() => new Sending(o => o.IgnoredRules = null!));
        Assert.Throws<ArgumentException>(() => new Sending(o => o.IgnoredRules = [null!]));
    }

    [Fact]
    public void Many_violations_are_counted_and_not_all_shown()
    {
        var violation = new RuleViolation("length", RuleSeverity.Error, "message.text", "text must have at most 20 characters.");

        var failure = new GraphApiException([.. Enumerable.Repeat(violation, 25)]);

        Assert.Equal(25, failure.Violations.Count);
        Assert.EndsWith("(and 5 more)", failure.Message, StringComparison.Ordinal);
        Assert.Empty(new GraphApiException("Oops").Violations);
        Assert.Throws<ArgumentNullException>(() => new GraphApiException((IReadOnlyList<RuleViolation>)null!));
    }

    private sealed class Sending
    {
        private readonly StrongBox<int> _sent = new();

        public Sending(Action<GraphApiOptions>? change = null)
        {
            var options = new GraphApiOptions { PageId = Clients.PageId, AccessToken = Clients.Canary };
            change?.Invoke(options);
            Client = new PageMessagesClient(new HttpClient(new Recorder(_sent)), options);
        }

        public PageMessagesClient Client { get; }

        public int Count => _sent.Value;

        public Task<SendMessageResponse> SendAsync(SendMessageRequest request) => Client.SendAsync(request);
    }

    private sealed class Recorder(StrongBox<int> sent) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Value++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answers.Accepted) });
        }
    }

    private sealed class Listener : TraceListener
    {
        public List<string> Lines { get; } = [];

        public override void Write(string? message) => WriteLine(message);

        public override void WriteLine(string? message)
        {
            lock (Lines)
                Lines.Add(message ?? "");
        }
    }
}
