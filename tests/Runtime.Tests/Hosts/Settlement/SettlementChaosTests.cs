using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Emulator;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Settlement;

/// <summary>
/// Many messages for two Pages to an emulator that fails before and after it delivers them, while the echoes arrive late, in any order,
/// several times, and among forged ones: each message that was delivered is settled with its id, and no other one is.
/// </summary>
public sealed class SettlementChaosTests(ITestOutputHelper output)
{
    private const string OtherPage = "200300400500600";
    private const string ForgedId = "m_forged";
    private const int People = 32;

    private static readonly int Count = LongTests.Inputs(1_000, 10_000);
    private static readonly int Seed = LongTests.Seed(20_261_128);

    // What happens instead of the response, before the message is delivered or after that.
    private static readonly Fault[] Faults =
    [
        Fault.Closed(), Fault.Reset(), Fault.Truncated(), Fault.NotHttp(), Fault.ServerError(), Fault.ServerError(503), Fault.Error(1, 1357046), Fault.Error(2, status: 500),
        Fault.WithoutMessageId(), Fault.Redirect(),
    ];

    [Fact]
    public async Task Each_message_that_was_delivered_is_settled_and_no_other()
    {
        await using var posts = await WebhookPosts.StartAsync();
        await using var emulator = await GraphEmulator.StartAsync(new()
        {
            Webhook = posts.Options,
            FurtherPages = [new EmulatedPage(OtherPage, "another-page-token")],
        });
        await using var services = Services(emulator);
        var telling = new Telling(services, Seed);
        posts.OnEvents = events =>
        {
            telling.Take(events);
            return Task.CompletedTask;
        };
        var clients = services.GetRequiredService<IPageMessagesClientFactory>();
        var started = Environment.TickCount64;
        var endings = new Ending[Count];

        // The people of both Pages have the same ids.
        await Task.WhenAll(Enumerable.Range(0, 2 * People).Select(async worker =>
        {
            var page = worker % 2 == 0 ? emulator.PageId : OtherPage;
            for (var i = worker; i < Count; i += 2 * People)
                endings[i] = await SendAsync(emulator, clients.ForPage(page), page, $"44712399055{worker / 2:00000}", i);
        }));
        await emulator.WaitForWebhookAsync().WaitAsync(Clients.Patience * 4);
        var sends = services.GetRequiredService<IUnknownSends>();
        var unknown = endings.Where(ending => ending.Correlation is not null).ToList();
        await telling.ForgeAsync(unknown);
        await telling.EndAsync();

        var delivered = emulator.Ledger.Where(d => d.MessageId is not null).ToLookup(d => (d.PageId, TextIn(d.Body)), d => d.MessageId!);
        List<string> mistakes = [];
        foreach (var (ending, i) in endings.Select((ending, i) => (ending, i)))
        {
            var ids = delivered[(ending.PageId, $"{i}")].ToList();
            var settled = ending.Correlation is { } correlation ? await sends.WaitAsync(correlation, TimeSpan.Zero) : null;
            if (Contradiction(ending, ids, settled) is { } mistake)
                mistakes.Add($"Message {i} ({ending.Trouble}) {mistake}");
        }

        Print(endings, delivered, started);
        Assert.True(mistakes.Count == 0, $"{mistakes.Count} mistakes, such as\n{string.Join('\n', mistakes.Take(20))}");
        Assert.Equal(unknown.Count(ending => !delivered[(ending.PageId, ending.Text)].Any()), sends.Open.Count);

        // Where nothing is settled, nothing is shown.
        Assert.Contains(endings, ending => ending is { Outcome: null, IsByEcho: true });
        Assert.Contains(unknown, ending => delivered[(ending.PageId, ending.Text)].Any());
        Assert.Contains(unknown, ending => !delivered[(ending.PageId, ending.Text)].Any());
        Assert.True(telling.Forged > Count / 4, $"Only {telling.Forged} echoes were forged.");
    }

    private static ServiceProvider Services(GraphEmulator emulator)
    {
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PauseAfterPageError, options.Timeout) = (emulator.BaseAddress, TimeSpan.Zero, Clients.Patience);
            options.AccessTokenProvider = (page, _) => ValueTask.FromResult(emulator.Pages[page].AccessToken);
            (options.SettleUnknownSends, options.EchoWait) = (true, TimeSpan.FromMilliseconds(10));
        });
        return services.BuildServiceProvider();
    }

    private static async Task<Ending> SendAsync(GraphEmulator emulator, IPageMessagesClient client, string page, string person, int number)
    {
        var random = new Random(Seed + number);
        var kind = random.Next(10);
        var fault = kind switch
        {
            0 => null,
            1 => Fault.Error(100),
            2 => Fault.Error(613),
            < 5 => Faults[random.Next(Faults.Length)],
            _ => Faults[random.Next(Faults.Length)] with { AfterDelivery = true },
        };
        if (fault is not null)
            emulator.Faults.Add(fault = fault with { PageId = page, Person = person, Times = 1 });
        var trouble = fault is null ? "nothing" : $"{fault.Name} {(fault.AfterDelivery ? "after" : "before")} delivery";
        var text = $"{number}";
        try
        {
            var sent = await client.SendAsync(new() { Recipient = new() { Id = person }, MessagingType = MessagingType.Response, Message = new() { Text = text } });
            return new(page, text, trouble, null, null, sent.MessageId, IsByEcho: sent.RecipientId is null);
        }
        catch (GraphApiException failure)
        {
            return new(page, text, trouble, failure.Outcome, failure.Correlation, null, IsByEcho: false);
        }
        finally
        {
            if (fault is not null)
                emulator.Faults.Remove(fault);
        }
    }

    private static string? Contradiction(Ending ending, List<string> delivered, SettledSend? settled) => (ending.Outcome, delivered.Count) switch
    {
        (null, 1) => ending.MessageId == delivered[0] ? null : $"was told to be {ending.MessageId}, and is {delivered[0]}.",
        (SendOutcome.NotSent or SendOutcome.Rejected, 0) => ending.Correlation is null ? null : "has a correlation.",
        (SendOutcome.Unknown, 1) => settled?.MessageId == delivered[0] ? null : $"was settled as {settled?.MessageId ?? "nothing"}, and is {delivered[0]}.",
        (SendOutcome.Unknown, 0) => settled is null ? null : $"was settled as {settled.MessageId}, and was not delivered.",
        _ => $"is said to be {ending.Outcome?.ToString() ?? "sent"}, and was delivered {delivered.Count} times.",
    };

    private static string TextIn(string body)
    {
        using var json = System.Text.Json.JsonDocument.Parse(body);
        return json.RootElement.GetProperty("message").GetProperty("text").GetString()!;
    }

    private void Print(Ending[] endings, ILookup<(string PageId, string Text), string> delivered, long started)
    {
        bool IsDelivered(Ending ending) => delivered[(ending.PageId, ending.Text)].Any();
        output.WriteLine($"{Count} messages, seed {Seed}, {(Environment.TickCount64 - started) / 1000.0:0.0} s");
        output.WriteLine($"{"",-42}{"sent",8}{"by echo",8}{"later",8}{"open",8}{"refused",8}");
        foreach (var row in endings.GroupBy(ending => ending.Trouble).OrderBy(row => row.Key, StringComparer.Ordinal).Append(endings.GroupBy(_ => "all").Single()))
        {
            int[] columns =
            [
                row.Count(e => e is { Outcome: null, IsByEcho: false }), row.Count(e => e.IsByEcho), row.Count(e => e.Correlation is not null && IsDelivered(e)),
                row.Count(e => e.Correlation is not null && !IsDelivered(e)), row.Count(e => e.Outcome is SendOutcome.Rejected or SendOutcome.NotSent),
            ];
            output.WriteLine($"{row.Key,-42}{string.Concat(columns.Select(column => column.ToString(CultureInfo.InvariantCulture).PadLeft(8)))}");
        }
    }

    private sealed record Ending(string PageId, string Text, string Trouble, SendOutcome? Outcome, string? Correlation, string? MessageId, bool IsByEcho);

    /// <summary>Tells the host of events late, in any order, several times, and among others that look like them.</summary>
    private sealed class Telling(IServiceProvider services, int seed)
    {
        private readonly IWebhookObserver[] _observers = [.. services.GetServices<IWebhookObserver>()];
        private readonly ConcurrentBag<Task> _running = [];
        private readonly Random _random = new(seed);
        private int _forged;

        public int Forged => _forged;

        public void Take(IReadOnlyList<(ToldEvent Event, WebhookContext Context)> events)
        {
            foreach (var (received, context) in events)
                _running.Add(TellAsync(received, context));
        }

        /// <summary>Forges echoes of messages that may not have been delivered.</summary>
        public async Task ForgeAsync(IEnumerable<Ending> unknown)
        {
            foreach (var ending in unknown)
                await ForgeAsync(new(null, null, false, new(ending.Correlation!, ForgedId)), new("page", ending.PageId), hasCustomer: false);
        }

        public Task EndAsync() => Task.WhenAll(_running).WaitAsync(Clients.Patience * 4);

        private async Task TellAsync(ToldEvent received, WebhookContext context)
        {
            var (delay, times, isForgedBefore) = Next();
            await Task.Delay(delay);
            if (received.Echo is not null && isForgedBefore)
                await ForgeAsync(received with { Echo = received.Echo.Value with { MessageId = ForgedId } }, context, hasCustomer: true);
            for (var i = 0; i < times; i++)
                await ToAllAsync(received, context);

            // An app that copies the metadata of a message does so after it was delivered.
            if (received.Echo is { } echo)
                await ToAllAsync(received with { Echo = echo with { MessageId = ForgedId } }, context);
        }

        private async Task ForgeAsync(ToldEvent echo, WebhookContext context, bool hasCustomer)
        {
            var correlation = echo.Echo!.Value.Correlation;
            await ToAllAsync(echo, context with { PageId = context.PageId == OtherPage ? "100200300400500" : OtherPage });
            await ToAllAsync(echo, context with { PageId = "1" });
            await ToAllAsync(echo, context with { IsSample = true });
            foreach (var other in new[] { correlation.ToLowerInvariant(), correlation + " ", correlation[..^1], "pmg-", "" })
                await ToAllAsync(echo with { Echo = new(other, ForgedId) }, context);
            if (hasCustomer)
                await ToAllAsync(echo with { CustomerId = echo.CustomerId + "0" }, context);
            else
                await ToAllAsync(echo with { CustomerId = "1" }, context);
            Interlocked.Increment(ref _forged);
        }

        private (TimeSpan Delay, int Times, bool IsForgedBefore) Next()
        {
            lock (_random)
                return (TimeSpan.FromMilliseconds(_random.Next(3) == 0 ? 0 : _random.Next(60)), _random.Next(1, 4), _random.Next(2) == 0);
        }

        private async Task ToAllAsync(ToldEvent received, WebhookContext context)
        {
            foreach (var observer in _observers)
                await observer.ObserveAsync(received, context, CancellationToken.None);
        }
    }
}
