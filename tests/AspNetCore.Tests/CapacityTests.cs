using System.Net;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>What happens when more is posted than can be handled.</summary>
public sealed class CapacityTests
{
    [Fact]
    public async Task A_body_without_room_is_refused_as_a_whole_and_handled_when_it_is_delivered_again()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new() { Handle = (_, _, end) => door.PassAsync(end), Options = options => options.Capacity = 4 });
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 3)));
        var larger = Bodies.Numbered(3, 2);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(larger));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(larger));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(5, 1)));
        door.Open();
        await bot.EndedAsync(4);
        Assert.Equal(HttpStatusCode.OK, await PostUntilAcceptedAsync(bot, larger));
        await bot.EndedAsync(2);

        Assert.Equal(["0", "1", "2", "5", "3", "4"], bot.Handled.Select(e => e.Identity));
    }

    [Fact]
    public async Task A_body_that_is_larger_than_the_capacity_is_accepted_when_nothing_waits()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new() { Handle = (_, _, end) => door.PassAsync(end), Options = options => options.Capacity = 1 });

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 5)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.PostAsync(Bodies.Numbered(5, 1)));
        door.Open();
        await bot.EndedAsync(5);
    }

    [Fact]
    public async Task Duplicates_give_their_places_back()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new() { Handle = (_, _, end) => door.PassAsync(end), Options = options => options.Capacity = 4 });

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 2)));
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 2)));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(2, 2)));
        door.Open();
        await bot.EndedAsync(4);
    }

    [Fact]
    public async Task The_response_does_not_wait_for_the_handler()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new()
        {
            // A handler that blocks its thread does not block the response either.
            Handle = (_, _, end) =>
            {
                door.PassAsync(end).AsTask().Wait(end);
                return default;
            },
        });

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 3)));
        await door.Reached;
        door.Open();
        await bot.EndedAsync(3);
    }

    // A place is given back a moment after the handler has ended.
    private static async Task<HttpStatusCode> PostUntilAcceptedAsync(Bot bot, string body)
    {
        using var patience = new CancellationTokenSource(Bot.Patience);
        while (true)
        {
            var status = await bot.PostAsync(body);
            if (status != HttpStatusCode.ServiceUnavailable)
                return status;
            await Task.Delay(5, patience.Token);
        }
    }
}
