using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Receiving;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>In which order events are handled, and how many at a time.</summary>
public sealed class OrderTests
{
    private const int Customers = 50;

    [Fact]
    public async Task Each_customers_events_are_handled_in_order_and_one_at_a_time()
    {
        var perCustomer = LongTests.Inputs(sample: 20, all: 100);
        var random = new Random(LongTests.Seed(7));
        var lines = Enumerable.Range(0, Customers).Select(_ => new ConcurrentQueue<int>()).ToList();
        var inside = new int[Customers];
        var together = 0;
        var most = 0;
        await using var bot = await Bot.StartAsync(new()
        {
            Handle = async (received, _, end) =>
            {
                var customer = int.Parse(received.CustomerId!, CultureInfo.InvariantCulture);
                Assert.Equal(1, Interlocked.Increment(ref inside[customer]));
                InterlockedMax(ref most, Interlocked.Increment(ref together));
                lines[customer].Enqueue(int.Parse(received.Text, CultureInfo.InvariantCulture));
                await Task.Delay(Random.Shared.Next(4), end);
                Interlocked.Decrement(ref together);
                Interlocked.Decrement(ref inside[customer]);
            },
        });

        var next = new int[Customers];
        for (var sent = 0; sent < Customers * perCustomer;)
        {
            var batch = Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(Customers)).Where(c => next[c] < perCustomer)
                .Select(c => Bodies.Message($"{c}:{next[c]}", Text(c), Text(next[c]++))).ToList();
            if (batch.Count == 0)
                batch = [.. Enumerable.Range(0, Customers).Where(c => next[c] < perCustomer).Select(c => Bodies.Message($"{c}:{next[c]}", Text(c), Text(next[c]++)))];
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Of(batch)));
            sent += batch.Count;
        }

        await bot.EndedAsync(Customers * perCustomer);
        await bot.StopAsync();
        Assert.All(lines, line => Assert.Equal(Enumerable.Range(0, perCustomer), line));
        Assert.Equal(16, most);
        Assert.DoesNotContain(bot.Logs.Ours, entry => entry.Text.Contains("failed", StringComparison.Ordinal));
        Assert.Equal(0, bot.Services.GetRequiredKeyedService<WebhookHost>(TestEvent.Webhook).Receiver.Lanes);
    }

    [Fact]
    public async Task One_customer_does_not_wait_for_another()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new() { Handle = (received, _, end) => received.CustomerId == "slow" ? door.PassAsync(end) : default });

        await bot.PostAsync(Bodies.Numbered(0, 100, "slow"));
        await door.Reached;
        await bot.PostAsync(Bodies.Numbered(100, 3, "quick"));
        await bot.EndedAsync(3);

        Assert.Equal(["slow", "quick", "quick", "quick"], bot.Handled.Select(e => e.CustomerId));
        door.Open();
        await bot.EndedAsync(100);
    }

    [Fact]
    public async Task Who_wrote_little_does_not_wait_behind_all_of_who_wrote_much()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new() { Handle = (_, _, end) => door.PassAsync(end), Options = options => options.MaxConcurrency = 1 });

        await bot.PostAsync(Bodies.Numbered(0, 100, "much"));
        await bot.PostAsync(Bodies.Numbered(100, 1, "little"));
        door.Open();
        await bot.EndedAsync(101);

        Assert.Equal(1, bot.Handled.ToList().FindIndex(e => e.CustomerId == "little"));
    }

    [Fact]
    public async Task Events_about_nobody_are_handled_one_at_a_time_for_each_Page()
    {
        var doors = new ConcurrentDictionary<string, Door>();
        await using var bot = await Bot.StartAsync(new() { Handle = (_, context, end) => doors.GetOrAdd(context.PageId, _ => new Door()).PassAsync(end) });

        await bot.PostAsync(Bodies.For("page", "1", Bodies.Message("a", ""), Bodies.Message("b", "")));
        await bot.PostAsync(Bodies.For("page", "2", Bodies.Message("a", "")));
        await doors.GetOrAdd("1", _ => new Door()).Reached;
        await doors.GetOrAdd("2", _ => new Door()).Reached;

        Assert.Equal(["1", "2"], bot.Contexts.Select(c => c.PageId).Order());
        doors["1"].Open();
        doors["2"].Open();
        await bot.EndedAsync(3);
        Assert.Equal(["a", "b"], bot.Handled.Zip(bot.Contexts).Where(h => h.Second.PageId == "1").Select(h => h.First.Identity));
    }

    [Fact]
    public async Task What_a_request_has_in_its_context_does_not_reach_a_handler()
    {
        var local = new AsyncLocal<string?>();
        string? seen = "nothing was handled";
        await using var bot = await Bot.StartAsync(new()
        {
            Handle = (_, _, _) =>
            {
                seen = local.Value;
                local.Value = "of a handler";
                return default;
            },
            Map = endpoints => ((IApplicationBuilder)endpoints).Use(async (_, next) =>
            {
                local.Value = "of a request";
                await next();
            }),
        });

        await bot.PostAsync(Bodies.Numbered(0, 2));
        await bot.EndedAsync(2);

        Assert.Null(seen);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
