using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Generated;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>Handlers: those that throw, and those with a type.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task A_handler_that_throws_loses_no_other_event()
    {
        const int Events = 1000;
        const int Each = 20;
        var count = 0;
        await using var bot = await Bot.StartAsync(new()
        {
            Handle = async (received, _, _) =>
            {
                var isBad = Interlocked.Increment(ref count) % Each == 0;
                if (isBad && count % 2 == 0)
                    throw new InvalidDataException($"The customer {received.CustomerId} wrote: {received.Text}");
                await Task.Yield();
                if (isBad)
                    throw new InvalidDataException($"The customer {received.CustomerId} wrote: {received.Text}");
            },
        });

        for (var i = 0; i < Events; i += 10)
            await bot.PostAsync(Bodies.Of(Enumerable.Range(i, 10).Select(n => Bodies.Message($"m_{n}", $"person-{n % 7}", "private-text"))));
        await bot.EndedAsync(Events);
        await bot.StopAsync();

        Assert.Equal(Events, bot.Handled.Select(e => e.Identity).Distinct().Count());
        foreach (var customer in bot.Handled.GroupBy(e => e.CustomerId))
            Assert.Equal(customer.OrderBy(e => int.Parse(e.Identity![2..], null)), customer);
        var errors = bot.Logs.Ours.Where(entry => entry.Level >= LogLevel.Error).ToList();
        Assert.Equal(Events / Each, errors.Count);
        Assert.All(errors, error =>
        {
            Assert.Contains($"an event {nameof(TestMessage)} of the Page {Bodies.Page} ({nameof(InvalidDataException)})", error.Text, StringComparison.Ordinal);
            Assert.Contains(nameof(A_handler_that_throws_loses_no_other_event), error.Text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(bot.Logs.All, entry => entry.Level >= LogLevel.Information && (entry.Text.Contains("private-text", StringComparison.Ordinal) || entry.Text.Contains("person-", StringComparison.Ordinal)));
        Assert.Contains(bot.Logs.Ours, entry => entry.Level == LogLevel.Debug && entry.Text.Contains("private-text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_event_has_a_scope_and_a_handler_of_its_own()
    {
        var record = new Record();
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services.AddSingleton(record).AddScoped<Scoped>(),
            Map = endpoints => WebhookEndpoints.Map<TestEvent, Handler>(endpoints, "/typed", TestEvent.Description, (handler, received, context, end) => handler.HandleAsync(received, context, end)),
        });

        await bot.PostAsync(Bodies.Numbered(0, 3), Bot.Sign(Bodies.Numbered(0, 3)), "/typed");
        await record.EndedAsync(3);
        await bot.StopAsync();

        Assert.Equal(["0", "1", "2"], record.Handled.Select(h => h.Event.Identity));
        Assert.Equal(3, record.Handled.Select(h => h.Handler).Distinct().Count());
        Assert.Equal(3, record.Handled.Select(h => h.Scoped).Distinct().Count());
        Assert.All(record.Handled, h => Assert.True(h.Handler.IsDisposed && h.Scoped.IsDisposed));
    }

    [Fact]
    public async Task A_handler_that_is_a_service_is_used()
    {
        var record = new Record();
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => services.AddSingleton(record).AddSingleton<Scoped>().AddSingleton<Handler>(),
            Map = endpoints => WebhookEndpoints.Map<TestEvent, Handler>(endpoints, "/typed", TestEvent.Description, (handler, received, context, end) => handler.HandleAsync(received, context, end)),
        });

        await bot.PostAsync(Bodies.Numbered(0, 3), Bot.Sign(Bodies.Numbered(0, 3)), "/typed");
        await record.EndedAsync(3);

        Assert.Same(bot.Services.GetRequiredService<Handler>(), Assert.Single(record.Handled.Select(h => h.Handler).Distinct()));
        Assert.False(record.Handled.First().Handler.IsDisposed);
    }

    [Fact]
    public async Task A_handler_that_cannot_be_created_is_logged_and_loses_no_other_event()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            Map = endpoints => WebhookEndpoints.Map<TestEvent, Handler>(endpoints, "/typed", TestEvent.Description, (handler, received, context, end) => handler.HandleAsync(received, context, end)),
        });

        await bot.PostAsync(Bodies.Numbered(0, 1), Bot.Sign(Bodies.Numbered(0, 1)), "/typed");
        await bot.LoggedAsync("The handler failed");
        await bot.PostAsync(Bodies.Numbered(1, 1));
        await bot.EndedAsync(1);
    }

    internal sealed class Record
    {
        private readonly Channel<TestEvent> _ends = Channel.CreateUnbounded<TestEvent>();

        public ConcurrentQueue<(TestEvent Event, Handler Handler, Scoped Scoped)> Handled { get; } = [];

        public void Add(TestEvent received, Handler handler, Scoped scoped)
        {
            Handled.Enqueue((received, handler, scoped));
            _ends.Writer.TryWrite(received);
        }

        public async Task EndedAsync(int count)
        {
            for (; count > 0; count--)
                await _ends.Reader.ReadAsync().AsTask().WaitAsync(Bot.Patience);
        }
    }

    internal sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    internal sealed class Handler(Record record, Scoped scoped) : IAsyncDisposable
    {
        public bool IsDisposed { get; private set; }

        public ValueTask HandleAsync(TestEvent received, WebhookContext context, CancellationToken cancellationToken)
        {
            Assert.False(IsDisposed || scoped.IsDisposed || context.PageId.Length == 0 || cancellationToken.IsCancellationRequested);
            record.Add(received, this, scoped);
            return default;
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return default;
        }
    }
}
