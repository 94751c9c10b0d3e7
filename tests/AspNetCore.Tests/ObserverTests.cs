using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>What learns of events before they are handled.</summary>
public sealed class ObserverTests
{
    [Fact]
    public async Task A_handler_can_wait_for_the_echo_of_its_own_message()
    {
        var echoes = new EchoObserver();
        var answered = false;
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services.AddSingleton<IWebhookObserver>(echoes),

            // All lanes are taken by handlers that wait, and the echo is about a customer whose event is being handled.
            Options = options => options.MaxConcurrency = 1,
            Handle = async (received, _, end) =>
            {
                if (received is TestMessage)
                    answered = await echoes.Of("c_1").WaitAsync(Bot.Patience, end) == "m_of_the_server";
            },
        });

        await bot.PostAsync(Bodies.Of(Bodies.Message("m_1")));
        await bot.PostAsync(Bodies.Of(Bodies.Echo("m_of_the_server", "1", "c_1")));
        await bot.EndedAsync(2);

        Assert.True(answered);
        Assert.Equal([nameof(TestMessage), nameof(TestEcho)], bot.Handled.Select(e => e.GetType().Name));
    }

    [Fact]
    public async Task All_observers_learn_of_an_event_in_turn_before_it_is_handled()
    {
        var steps = new ConcurrentQueue<string>();
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services
                .AddSingleton<IWebhookObserver>(new Observer(async received =>
                {
                    await Task.Delay(20);
                    steps.Enqueue($"first {received.Identity}");
                }))
                .AddSingleton<IWebhookObserver>(new Observer(received =>
                {
                    steps.Enqueue($"second {received.Identity}");
                    return default;
                })),
            Handle = (received, _, _) =>
            {
                steps.Enqueue($"handler {received.Identity}");
                return default;
            },
        });

        await bot.PostAsync(Bodies.Numbered(0, 1));
        await bot.EndedAsync(1);

        Assert.Equal(["first 0", "second 0", "handler 0"], steps);
    }

    [Fact]
    public async Task Observers_learn_of_each_customers_events_in_order()
    {
        const int Events = 200;
        var observed = new ConcurrentQueue<IWebhookEvent>();
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services.AddSingleton<IWebhookObserver>(new Observer(async received =>
            {
                await Task.Delay(Random.Shared.Next(3));
                observed.Enqueue(received);
            })),
        });

        for (var i = 0; i < Events; i++)
            await bot.PostAsync(Bodies.Of(Bodies.Message($"{i}", $"{i % 5}")));
        await bot.EndedAsync(Events);

        foreach (var customer in observed.GroupBy(e => e.CustomerId))
            Assert.Equal(customer.OrderBy(e => int.Parse(e.Identity!, null)), customer);
        foreach (var customer in bot.Handled.GroupBy(e => e.CustomerId))
            Assert.Equal(customer.OrderBy(e => int.Parse(e.Identity!, null)), customer);
    }

    [Fact]
    public async Task An_observer_that_throws_prevents_nothing()
    {
        var second = new ConcurrentQueue<string?>();
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services
                .AddSingleton<IWebhookObserver>(new Observer(_ => throw new InvalidDataException("private text")))
                .AddSingleton<IWebhookObserver>(new Observer(received =>
                {
                    second.Enqueue(received.Identity);
                    return default;
                })),
        });

        await bot.PostAsync(Bodies.Numbered(0, 3));
        await bot.EndedAsync(3);

        Assert.Equal(["0", "1", "2"], second);
        Assert.Equal(3, bot.Logs.Ours.Count(entry => entry.Level == LogLevel.Error && entry.Text.Contains(nameof(Observer), StringComparison.Ordinal)));
        Assert.DoesNotContain(bot.Logs.All, entry => entry.Level >= LogLevel.Information && entry.Text.Contains("private text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_duplicate_is_not_observed()
    {
        var observed = new ConcurrentQueue<string?>();
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services.AddSingleton<IWebhookObserver>(new Observer(received =>
            {
                observed.Enqueue(received.Identity);
                return default;
            })),
        });

        await bot.PostAsync(Bodies.Numbered(0, 2));
        await bot.PostAsync(Bodies.Numbered(0, 3));
        await bot.EndedAsync(3);
        await bot.StopAsync();

        Assert.Equal(["0", "1", "2"], observed);
    }

    private sealed class Observer(Func<IWebhookEvent, ValueTask> observe) : IWebhookObserver
    {
        public ValueTask ObserveAsync(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken) => observe(received);
    }

    private sealed class EchoObserver : IWebhookObserver
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _echoes = [];

        public Task<string> Of(string correlation) => Source(correlation).Task;

        public ValueTask ObserveAsync(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken)
        {
            if (received.Echo is { } echo)
                Source(echo.Correlation).TrySetResult(echo.MessageId);
            return default;
        }

        private TaskCompletionSource<string> Source(string correlation) =>
            _echoes.GetOrAdd(correlation, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
