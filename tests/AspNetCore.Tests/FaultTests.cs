using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>What else throws: logs, exceptions and callbacks. None of them may stop a webhook.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_log_that_throws_stops_no_customer()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            Options = options => options.MaxConcurrency = 1,
            Services = services => services.AddSingleton<ILoggerProvider>(new ThrowingLogs("The handler failed")),
            Handle = (received, _, _) => received.Identity == "0" ? throw new InvalidDataException() : default,
        });

        await bot.PostAsync(Bodies.Of(Bodies.Message("0", "first"), Bodies.Message("1", "first"), Bodies.Message("2", "second")));
        await bot.EndedAsync(3);
    }

    [Fact]
    public async Task An_exception_that_throws_stops_no_customer()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            Options = options => options.MaxConcurrency = 1,
            Handle = (received, _, _) => received.Identity == "0" ? throw new StacklessException() : default,
        });

        await bot.PostAsync(Bodies.Of(Bodies.Message("0", "first"), Bodies.Message("1", "first"), Bodies.Message("2", "second")));
        await bot.EndedAsync(3);
    }

    [Fact]
    public async Task An_observer_whose_failure_cannot_be_logged_withholds_no_event()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services
                .AddSingleton<ILoggerProvider>(new ThrowingLogs("The observer"))
                .AddSingleton<IWebhookObserver>(new ThrowingObserver()),
        });

        await bot.PostAsync(Bodies.Numbered(0, 3));
        await bot.EndedAsync(3);
    }

    [Fact]
    public async Task What_was_claimed_is_handled_although_a_log_throws()
    {
        await using var bot = await Bot.StartAsync(new() { Services = services => services.AddSingleton<ILoggerProvider>(new ThrowingLogs("events again")) });
        await bot.PostAsync(Bodies.Numbered(0, 1));

        await bot.PostAsync(Bodies.Numbered(0, 2));

        await bot.EndedAsync(2);
        Assert.Equal(["0", "1"], bot.Handled.Select(e => e.Identity));
    }

    [Fact]
    public async Task A_callback_that_throws_at_the_end_does_not_hide_the_loss()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new()
        {
            Options = options => options.DrainTimeout = TimeSpan.Zero,
            Handle = async (_, _, end) =>
            {
                end.Register(() => throw new InvalidDataException());
                await door.PassAsync(CancellationToken.None);
            },
        });
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 2)));
        await door.Reached;

        await bot.StopAsync();

        await bot.LoggedAsync("lost 2 events");
        door.Open();
        await bot.EndedAsync(1);
    }

    private sealed class StacklessException : Exception
    {
        public override string StackTrace => throw new NotSupportedException();
    }

    private sealed class ThrowingObserver : IWebhookObserver
    {
        public ValueTask ObserveAsync(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken) => throw new InvalidDataException();
    }

    /// <summary>A log whose disk is full when one text is to be written.</summary>
    private sealed class ThrowingLogs(string text) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains(text, StringComparison.Ordinal))
                throw new IOException("The disk is full.");
        }

        public void Dispose()
        {
        }
    }
}
