using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class LedgerTests : EmulatorTest
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    protected override GraphEmulatorOptions Options => new() { TimeProvider = new FixedClock() };

    [Fact]
    public async Task A_delivery_says_what_was_delivered()
    {
        var body = $$"""{ "recipient" : {"id":"{{Customer}}"}, "message":{"text":"caf\u00e9 ☕"} }""";

        var answer = await Caller.SendAsync(body);

        var expected = new Delivery(1, Noon, Emulator.PageId, "send", "POST", $"/v26.0/{Emulator.PageId}/messages", "", new RecipientAddress("id", Customer), answer.Find("message_id"), body);
        Assert.Equal([expected], Emulator.Ledger);
    }

    [Fact]
    public async Task The_ledger_over_HTTP_says_the_same()
    {
        var body = $$"""{ "recipient" : {"id":"{{Customer}}"}, "message":{"text":"caf\u00e9 ☕"} }""";
        var answer = await Caller.SendAsync(body);
        await Caller.SendAsync(Body("\"sender_action\":\"mark_seen\""));

        var text = await Caller.GetTextAsync("ledger");

        Assert.Contains(body, text, StringComparison.Ordinal);
        var list = JsonNode.Parse(text)!.AsArray();
        Assert.Equal(2, list.Count);
        var first = list[0]!.AsObject();
        Assert.Equal(["sequence", "time", "page_id", "operation", "method", "path", "recipient", "message_id", "body"], first.Select(p => p.Key));
        Assert.Equal(1, first["sequence"]!.GetValue<int>());
        Assert.Equal(Noon, DateTimeOffset.Parse(first["time"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        Assert.Equal(Emulator.PageId, first["page_id"]!.GetValue<string>());
        Assert.Equal("POST", first["method"]!.GetValue<string>());
        Assert.Equal($"/v26.0/{Emulator.PageId}/messages", first["path"]!.GetValue<string>());
        Assert.Equal($$"""{"member":"id","value":"{{Customer}}"}""", first["recipient"]!.ToJsonString());
        Assert.Equal(answer.Find("message_id"), first["message_id"]!.GetValue<string>());
        Assert.Equal(JsonValueKind.Object, first["body"]!.GetValueKind());
        Assert.False(list[1]!.AsObject().ContainsKey("message_id"));
    }

    [Fact]
    public async Task An_empty_ledger_is_an_empty_list() => Assert.Equal("[]", await Caller.GetTextAsync("ledger"));

    [Fact]
    public async Task A_snapshot_does_not_change_and_a_cleared_ledger_counts_on()
    {
        await Caller.SendAsync(Body("\"message\":{\"text\":\"a\"}"));
        var before = Emulator.Ledger;
        await Caller.SendAsync(Body("\"message\":{\"text\":\"b\"}"));

        Assert.Single(before);
        Assert.Equal([1, 2], Emulator.Ledger.Select(d => d.Sequence));

        Emulator.ClearLedger();
        Assert.Empty(Emulator.Ledger);
        await Caller.SendAsync(Body("\"message\":{\"text\":\"c\"}"));
        Assert.Equal([3], Emulator.Ledger.Select(d => d.Sequence));
    }

    [Fact]
    public async Task Parallel_messages_all_arrive_once_and_have_ids_of_their_own()
    {
        var ids = new string[200];
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var answer = await Caller.SendAsync($$"""{"recipient":{"id":"{{i}}"},"message":{"text":"number {{i}}"} }""");
            ids[i] = answer.Find("message_id")!;
        });

        var ledger = Emulator.Ledger;
        Assert.Equal(200, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ledger.Select(d => d.MessageId!).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), ledger.Select(d => d.Sequence));
        Assert.All(ledger, d => Assert.Equal(ids[int.Parse(d.Recipient!.Value, CultureInfo.InvariantCulture)], d.MessageId));
    }

    [Fact]
    public async Task Deliveries_are_written_one_at_a_time_so_that_numbers_and_order_agree()
    {
        var clock = new CountingClock();
        var ledger = new DeliveryLedger(clock);
        await Parallel.ForEachAsync(Enumerable.Range(0, 64), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            await Task.Yield();
            ledger.Append(new Delivery(0, default, "1", "send", "POST", "/", "", null, null, "{}"));
        });

        Assert.Equal(1, clock.MostAtOnce);
        Assert.Equal(Enumerable.Range(1, 64).Select(n => (long)n), ledger.Snapshot().Select(d => d.Sequence));
    }

    // The clock is read while a delivery is written down, so it sees whether two are.
    private sealed class CountingClock : TimeProvider
    {
        private int _now;

        public int MostAtOnce { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            var now = Interlocked.Increment(ref _now);
            MostAtOnce = Math.Max(MostAtOnce, now);
            Thread.Sleep(1);
            Interlocked.Decrement(ref _now);
            return Noon;
        }
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
