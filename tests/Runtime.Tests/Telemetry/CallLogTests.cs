using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Telemetry;

/// <summary>The logs of a registered client.</summary>
public sealed class CallLogTests
{
    [Fact]
    public async Task A_call_is_one_line()
    {
        var lines = await LogAsync(http => { });

        var line = Assert.Single(lines);
        Assert.Matches($"^Debug PageMessagesGen: send for the Page {Clients.PageId} succeeded in [0-9.]+ ms[.]$", line);
    }

    [Fact]
    public async Task The_logs_of_the_HttpClient_can_be_turned_on()
    {
        var lines = await LogAsync(http => http.AddDefaultLogger());

        Assert.Contains(lines, line => line.Contains("System.Net.Http.HttpClient", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Authorization: *", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> LogAsync(Action<IHttpClientBuilder> change)
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var lines = new Lines();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(lines).SetMinimumLevel(LogLevel.Trace));
        change(services.AddPageMessages(options => (options.BaseAddress, options.PageId, options.AccessToken) = (server.BaseAddress, Clients.PageId, Clients.Canary)));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IPageMessagesClient>().SendAsync(Requests.Text);
        return lines.All;
    }

    private sealed class Lines : ILoggerProvider
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Logger(All, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(List<string> all, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                all.Add($"{logLevel} {category}: {formatter(state, exception)}");
        }
    }
}
