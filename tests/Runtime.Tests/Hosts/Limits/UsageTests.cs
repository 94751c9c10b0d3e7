using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Limits;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Limits;

/// <summary>What the server reports about its limits slows a Page down, and only that Page.</summary>
public sealed class UsageTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("X-App-Usage", """{"call_count":90,"total_time":25,"total_cputime":25}""", 500)]
    [InlineData("X-App-Usage", """{"call_count":3,"total_time":100,"total_cputime":25}""", 1000)]
    [InlineData("X-Page-Usage", """{"call_count":3,"total_time":1,"total_cputime":85}""", 250)]
    [InlineData("X-Business-Use-Case-Usage", """{"7":[{"type":"pages","call_count":1},{"type":"messenger","call_count":120,"estimated_time_to_regain_access":0}]}""", 1000)]
    public async Task Near_the_limit_calls_follow_each_other_more_slowly(string name, string value, int gap)
    {
        await using var server = Server(name, value);
        await using var services = Services(server);
        var clients = services.GetRequiredService<IPageMessagesClientFactory>();
        await clients.ForPage("11").SendAsync(Requests.Text);

        await clients.ForPage("11").SendAsync(Requests.Text).WaitAsync(Clients.Patience);
        var next = clients.ForPage("11").SendAsync(Requests.Text);
        await clients.ForPage("22").SendAsync(Requests.Text).WaitAsync(Clients.Patience);
        await clients.ForPage("22").SendAsync(Requests.Text).WaitAsync(Clients.Patience);
        _time.Advance(TimeSpan.FromMilliseconds(gap - 5));
        await Task.Delay(50);
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(10));

        await next.WaitAsync(Clients.Patience);
    }

    [Theory]
    [InlineData("X-App-Usage", """{"call_count":80}""")]
    [InlineData("X-App-Usage", """{"call_count":"100"}""")]
    [InlineData("X-App-Usage", """{"call_count":100""")]
    [InlineData("X-Business-Use-Case-Usage", "[100]")]
    [InlineData("X-Other-Usage", """{"call_count":100}""")]
    public async Task Anything_else_does_not(string name, string value)
    {
        await using var server = Server(name, value);
        await using var services = Services(server);
        var client = services.GetRequiredService<IPageMessagesClientFactory>().ForPage("11");

        for (var i = 0; i < 5; i++)
            await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);
    }

    [Fact]
    public async Task A_report_is_forgotten_after_a_minute()
    {
        await using var server = Server("X-App-Usage", """{"call_count":100}""");
        await using var services = Services(server);
        var client = services.GetRequiredService<IPageMessagesClientFactory>().ForPage("11");
        await client.SendAsync(Requests.Text);
        await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        _time.Advance(TimeSpan.FromMinutes(1.1));

        await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);
        await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);
    }

    [Fact]
    public async Task A_time_to_regain_access_is_waited_for_even_if_the_call_was_accepted()
    {
        await using var server = Server("X-Business-Use-Case-Usage", """{"7":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":2}]}""");
        await using var services = Services(server);
        var client = services.GetRequiredService<IPageMessagesClientFactory>().ForPage("11");
        await client.SendAsync(Requests.Text);

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => client.SendAsync(Requests.Text).WaitAsync(Clients.Patience));
        Assert.Equal((SendOutcome.NotSent, TimeSpan.FromMinutes(2)), (failure.Outcome, failure.RetryAfter));
        _time.Advance(TimeSpan.FromMinutes(2.1));

        await client.SendAsync(Requests.Text).WaitAsync(Clients.Patience);
    }

    [Fact]
    public void Reports_broken_in_a_thousand_ways_are_read_or_ignored()
    {
        const string Whole = """{"7":[{"type":"messenger","call_count":100,"total_time":1.5,"estimated_time_to_regain_access":9}],"8":[]}""";
        var random = new Random(3);
        for (var i = 0; i < 1_000; i++)
        {
            var text = new StringBuilder(Whole);
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                text[random.Next(text.Length)] = (char)random.Next(32, 127);
            var report = UsageReport.Of(new Dictionary<string, string> { ["X-Business-Use-Case-Usage"] = text.ToString()[..random.Next(text.Length)] });
            Assert.True(report.Regain is null || report.Regain <= TimeSpan.FromDays(7));
        }

        Assert.Equal(new UsageReport(100, TimeSpan.FromMinutes(9)), UsageReport.Of(new Dictionary<string, string> { ["X-Business-Use-Case-Usage"] = Whole }));
    }

    // It reports with the first response to a Page.
    private static ScriptedServer Server(string name, string value)
    {
        var told = new HashSet<string>();
        return new ScriptedServer((connection, request, ct) =>
        {
            bool isFirst;
            lock (told)
                isFirst = request.Target.Contains("/11/", StringComparison.Ordinal) && told.Add(request.Target);
            return Answers.With(200, isFirst ? $"{name}: {value}\r\n" : "", Encoding.UTF8.GetBytes(Answers.Accepted))(connection, request, ct);
        });
    }

    private ServiceProvider Services(ScriptedServer server)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddPageMessages(options => (options.BaseAddress, options.AccessToken, options.Timeout) = (server.BaseAddress, Clients.Canary, TimeSpan.FromSeconds(100)));
        return services.BuildServiceProvider();
    }
}
