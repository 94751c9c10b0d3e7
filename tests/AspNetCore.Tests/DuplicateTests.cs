using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Receiving;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>Events that are delivered more than once.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task An_event_that_is_in_a_body_twice_is_handled_once()
    {
        await using var bot = await Bot.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Of(Bodies.Message("a"), Bodies.Message("b"), Bodies.Message("a"))));
        await bot.EndedAsync(2);
        await bot.StopAsync();

        Assert.Equal(["a", "b"], bot.Handled.Select(e => e.Identity));
    }

    [Fact]
    public async Task An_event_that_is_in_two_bodies_is_handled_once()
    {
        await using var bot = await Bot.StartAsync();

        await bot.PostAsync(Bodies.Of(Bodies.Message("a"), Bodies.Message("b")));
        await bot.PostAsync(Bodies.Of(Bodies.Message("b"), Bodies.Message("c")));
        await bot.EndedAsync(3);
        await bot.StopAsync();

        Assert.Equal(["a", "b", "c"], bot.Handled.Select(e => e.Identity));
    }

    [Fact]
    public async Task A_sample_is_handled_each_time()
    {
        await using var bot = await Bot.StartAsync();
        var sample = Bodies.Numbered(0, 1).Replace("{\"object\"", "{\"sample\":true,\"object\"", StringComparison.Ordinal);

        await bot.PostAsync(sample);
        await bot.PostAsync(sample);

        await bot.EndedAsync(2);
        Assert.All(bot.Contexts, context => Assert.True(context.IsSample));
    }

    [Fact]
    public async Task Of_deliveries_at_the_same_time_one_is_handled()
    {
        const int Bodies100 = 100;
        const int Deliveries = 4;
        await using var bot = await Bot.StartAsync();

        for (var i = 0; i < Bodies100; i++)
        {
            var body = Bodies.Numbered(i * 10, 10);
            Assert.All(await Task.WhenAll(Enumerable.Range(0, Deliveries).Select(_ => bot.PostAsync(body))), status => Assert.Equal(HttpStatusCode.OK, status));
        }

        await bot.EndedAsync(Bodies100 * 10);
        await bot.StopAsync();
        Assert.Equal(Bodies100 * 10, bot.Handled.Count);
        Assert.Equal(Bodies100 * 10, bot.Handled.Select(e => e.Identity).Distinct().Count());
    }

    [Fact]
    public async Task Of_claims_at_the_same_time_one_succeeds()
    {
        const int Threads = 4;
        var rounds = LongTests.Inputs(sample: 40, all: 200);
        var memory = new RememberedEvents(int.MaxValue);
        var keys = Enumerable.Range(0, rounds).Select(_ => Enumerable.Range(0, 10_000).Select(_ => Guid.NewGuid()).ToList()).ToList();
        using var start = new Barrier(Threads);

        var claimed = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(Claim, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(keys.Sum(round => round.Count), claimed.Sum());

        int Claim() => keys.Sum(round =>
        {
            start.SignalAndWait(Bot.Patience);
            return memory.ClaimAsync(round, default).AsTask().Result.Count(isNew => isNew);
        });
    }

    [Fact]
    public async Task An_event_without_an_identity_is_no_duplicate()
    {
        await using var bot = await Bot.StartAsync();
        var body = Bodies.Of(Bodies.Message(TestEvent.Anonymous), Bodies.Message("a"), Bodies.Message(TestEvent.Anonymous));

        await bot.PostAsync(body);
        await bot.PostAsync(body);
        await bot.EndedAsync(5);
        await bot.StopAsync();

        Assert.Equal([null, "a", null, null, null], bot.Handled.Select(e => e.Identity));
    }

    [Fact]
    public async Task The_object_the_Page_and_the_type_belong_to_the_identity()
    {
        await using var bot = await Bot.StartAsync();

        foreach (var body in new[]
        {
            Bodies.For("page", "1", Bodies.Message("a")),
            Bodies.For("page", "2", Bodies.Message("a")),
            Bodies.For("instagram", "1", Bodies.Message("a")),
            Bodies.For("page", "1", Bodies.Echo("a", "1", "c")),
            Bodies.For("page", "12", Bodies.Message("a")),
            Bodies.For("page", "1", Bodies.Message("2a")),
        })
        {
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
        }

        await bot.EndedAsync(6);
        await bot.StopAsync();
        Assert.Equal(6, bot.Handled.Count);
    }

    [Fact]
    public async Task The_oldest_are_forgotten()
    {
        var memory = new RememberedEvents(3);
        var keys = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();

        Assert.Equal([true, true, true, false], await memory.ClaimAsync([keys[0], keys[1], keys[2], keys[0]], default));
        Assert.Equal([true], await memory.ClaimAsync([keys[3]], default));
        Assert.Equal([false, false, false, true], await memory.ClaimAsync([keys[1], keys[2], keys[3], keys[0]], default));
    }

    [Fact]
    public async Task Another_memory_can_be_plugged_in()
    {
        var memory = new KeptEvents();
        var setup = new BotSetup { Services = services => services.AddSingleton<IReceivedEvents>(memory) };
        await using (var first = await Bot.StartAsync(setup))
        {
            await first.PostAsync(Bodies.Of(Bodies.Message("a")));
            await first.EndedAsync(1);
        }

        await using var second = await Bot.StartAsync(setup);
        await second.PostAsync(Bodies.Of(Bodies.Message("a"), Bodies.Message("b")));
        await second.EndedAsync(1);
        await second.StopAsync();

        Assert.Equal("b", Assert.Single(second.Handled).Identity);
    }

    [Fact]
    public async Task If_the_memory_fails_the_body_is_refused_and_its_places_are_free()
    {
        var memory = new KeptEvents { IsBroken = true };
        await using var bot = await Bot.StartAsync(new() { Services = services => services.AddSingleton<IReceivedEvents>(memory), Options = options => options.Capacity = 2 });
        var body = Bodies.Numbered(0, 2);

        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(body));
        Assert.Contains("InvalidDataException", (await bot.LoggedAsync("cannot be remembered")).Text, StringComparison.Ordinal);
        memory.IsBroken = false;
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
        await bot.EndedAsync(2);
        await bot.StopAsync();

        Assert.Equal(["0", "1"], bot.Handled.Select(e => e.Identity));
    }

    private sealed class KeptEvents : IReceivedEvents
    {
        private readonly ConcurrentDictionary<Guid, bool> _keys = [];

        public bool IsBroken { get; set; }

        public async ValueTask<IReadOnlyList<bool>> ClaimAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (IsBroken)
                throw new InvalidDataException("The disk is full.");
            return [.. keys.Select(key => _keys.TryAdd(key, true))];
        }
    }
}
