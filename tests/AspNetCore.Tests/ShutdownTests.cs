using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>What becomes of events when the host stops.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task What_was_accepted_is_handled_before_the_host_has_stopped()
    {
        var handled = 0;
        await using var bot = await Bot.StartAsync(new()
        {
            Handle = async (_, _, end) =>
            {
                await Task.Delay(2, end);
                Interlocked.Increment(ref handled);
            },
        });
        for (var i = 0; i < 200; i++)
            await bot.PostAsync(Bodies.Of(Bodies.Message($"{i}", $"{i % 40}")));

        await bot.StopAsync();

        Assert.Equal(200, Volatile.Read(ref handled));
        Assert.DoesNotContain(bot.Logs.Ours, entry => entry.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task While_the_host_stops_bodies_are_refused()
    {
        var door = new Door();
        var reached = new TaskCompletionSource();
        await using var bot = await Bot.StartAsync(new()
        {
            // A request that is on its way when the host stops.
            Map = endpoints => ((IApplicationBuilder)endpoints).Use(async (context, next) =>
            {
                if (HttpMethods.IsPost(context.Request.Method))
                {
                    reached.TrySetResult();
                    await door.PassAsync();
                }

                await next();
            }),
        });

        var post = bot.PostAsync(Bodies.Numbered(0, 2));
        await reached.Task.WaitAsync(Bot.Patience);
        var stop = bot.StopAsync();
        using (var stopping = new CancellationTokenSource(Bot.Patience))
        {
            while (!bot.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
                await Task.Delay(5, stopping.Token);
        }

        await bot.LoggedAsync("accepts no more");
        door.Open();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await post);
        await stop;
        Assert.Empty(bot.Handled);
    }

    [Fact]
    public async Task After_the_time_handlers_are_canceled_and_the_loss_is_logged()
    {
        var canceled = 0;
        var door = new Door();
        await using var bot = await Bot.StartAsync(new()
        {
            Options = options => (options.DrainTimeout, options.MaxConcurrency) = (TimeSpan.FromMilliseconds(200), 2),
            Handle = async (_, _, end) =>
            {
                try
                {
                    await door.PassAsync(end);
                }
                catch (OperationCanceledException)
                {
                    Interlocked.Increment(ref canceled);
                    throw;
                }
            },
        });
        for (var i = 0; i < 10; i++)
            await bot.PostAsync(Bodies.Of(Bodies.Message($"{i}", $"{i}")));

        var watch = Stopwatch.StartNew();
        await bot.StopAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(150), Bot.Patience / 2);
        Assert.Equal(2, canceled);
        Assert.Equal(2, bot.Handled.Count);
        var loss = Assert.Single(bot.Logs.Ours, entry => entry.Level == LogLevel.Error);
        Assert.Contains("lost 10 events", loss.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_ignores_the_end_does_not_hold_up_the_host_and_is_counted()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new()
        {
            Options = options => options.DrainTimeout = TimeSpan.Zero,
            Handle = async (_, _, _) => await door.PassAsync(CancellationToken.None),
        });
        await bot.PostAsync(Bodies.Numbered(0, 3));
        await door.Reached;

        await bot.StopAsync();

        Assert.Contains("lost 3 events", Assert.Single(bot.Logs.Ours, entry => entry.Level == LogLevel.Error).Text, StringComparison.Ordinal);
        door.Open();
        await bot.EndedAsync(1);
    }

    [Fact]
    public async Task The_limit_of_the_host_ends_it_too()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new() { Handle = (_, _, end) => door.PassAsync(end) });
        await bot.PostAsync(Bodies.Numbered(0, 3));
        await door.Reached;

        var watch = Stopwatch.StartNew();
        await bot.StopAsync(TimeSpan.FromMilliseconds(200));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bot.Patience / 2);
        Assert.Contains("lost 3 events", Assert.Single(bot.Logs.Ours, entry => entry.Level == LogLevel.Error).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_stopped_twice_reports_a_loss_once()
    {
        var door = new Door();
        await using var bot = await Bot.StartAsync(new()
        {
            Options = options => options.DrainTimeout = TimeSpan.Zero,
            Handle = async (_, _, _) => await door.PassAsync(CancellationToken.None),
        });
        await bot.PostAsync(Bodies.Numbered(0, 3));
        await door.Reached;

        await bot.StopAsync();
        await bot.StopAsync();

        Assert.Contains("lost 3 events", Assert.Single(bot.Logs.Ours, entry => entry.Level == LogLevel.Error).Text, StringComparison.Ordinal);
        door.Open();
        await bot.EndedAsync(1);
    }
}
