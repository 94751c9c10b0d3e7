using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>A bot in production: many customers, handlers that fail, a new version while customers write.</summary>
public sealed class LoadTests
{
    private const int Rate = 1000;
    private const int People = 200;
    private const int FailsEach = 20;

    private readonly ConcurrentQueue<(string Customer, int Number)> _handled = [];
    private readonly ConcurrentDictionary<string, bool> _inside = [];
    private int _overlaps;
    private int _thrown;

    [Fact]
    public async Task A_thousand_events_a_second_are_handled_once_and_in_order_across_a_restart()
    {
        var seconds = LongTests.Inputs(sample: 2, all: 10);
        var events = seconds * Rate;
        var port = FreePort();
        await using var first = await StartAsync(port);
        await using var emulator = await GraphEmulator.StartAsync(new()
        {
            Webhook = new() { Url = new Uri($"http://127.0.0.1:{port}/webhook"), AppSecret = Bot.Secret, VerifyToken = Bot.VerifyToken },
        });

        var refused = RefusedAsync(emulator);
        var watch = Stopwatch.StartNew();
        var writing = WriteAsync(emulator, events, watch);
        await WaitUntilAsync(() => _handled.Count > events / 2);
        Assert.False(refused.IsCompleted);
        var stopped = watch.Elapsed;
        await first.StopAsync();
        var handledBefore = _handled.Count;

        await refused.WaitAsync(Bot.Patience);
        Assert.Equal(handledBefore, _handled.Count);
        await using var second = await StartAsync(port);
        var restarted = watch.Elapsed;
        await writing;
        var all = watch.Elapsed;
        await emulator.WaitForWebhookAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await second.StopAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{events} events written in {all.TotalSeconds:F1} s, {_handled.Count} handled in {watch.Elapsed.TotalSeconds:F1} s, {_thrown} handlers threw; stopped at {stopped.TotalSeconds:F1} s, again at {restarted.TotalSeconds:F1} s, {handledBefore} handled before"));
        Assert.Equal(events, _handled.Count);
        Assert.Equal(events, _handled.Distinct().Count());
        Assert.Equal(0, _overlaps);
        Assert.Equal(events / FailsEach, _thrown);
        foreach (var person in _handled.GroupBy(h => h.Customer))
            Assert.Equal(person.OrderBy(h => h.Number), person);
        Assert.Equal(_thrown, first.Logs.Ours.Concat(second.Logs.Ours).Count(entry => entry.Level == LogLevel.Error));
        Assert.DoesNotContain(first.Logs.Ours.Concat(second.Logs.Ours), entry => entry.Text.Contains("lost", StringComparison.Ordinal));
    }

    private static async Task WriteAsync(GraphEmulator emulator, int events, Stopwatch watch)
    {
        // In several bursts a second, as people do.
        for (var n = 0; n < events; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / Rate) - watch.Elapsed;
            if (due > TimeSpan.FromMilliseconds(20))
                await Task.Delay(due);
            emulator.Customers[string.Create(CultureInfo.InvariantCulture, $"7{n % People:D3}")].Write(n.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }

    private Task<Bot> StartAsync(int port) => Bot.StartAsync(new()
    {
        Port = port,
        Handle = async (received, _, end) =>
        {
            var (customer, number) = (received.CustomerId!, int.Parse(received.Text, CultureInfo.InvariantCulture));
            if (!_inside.TryAdd(customer, true))
                Interlocked.Increment(ref _overlaps);
            try
            {
                _handled.Enqueue((customer, number));
                await Task.Delay(Random.Shared.Next(5), end);
                if (number % FailsEach != 0)
                    return;
                Interlocked.Increment(ref _thrown);
                throw new InvalidDataException("This handler fails.");
            }
            finally
            {
                _inside.TryRemove(new(customer, true));
            }
        },
    });

    // What customers write while the bot is down is posted to nobody, at least once. The inbox shows that.
    private static async Task RefusedAsync(GraphEmulator emulator)
    {
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        using var reader = new StreamReader(await http.GetStreamAsync(new Uri("inbox/events", UriKind.Relative)));
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Contains("\"webhook\":{", StringComparison.Ordinal) && !line.Contains("\"error\":null", StringComparison.Ordinal))
                return;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
