using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PageMessagesGen.Emulator.Tests.State;

namespace PageMessagesGen.Emulator.Tests.Attacks;

/// <summary>A batch must not get around what a single call cannot. The memory of the whole process is measured, so these tests run alone.</summary>
[Collection(nameof(CostTests))]
public sealed class BatchAttackTests : StateTest
{
    private const long Most = 60L * 1024 * 1024;

    [Fact]
    public async Task References_to_long_lists_do_not_multiply()
    {
        for (var i = 0; i < 30; i++)
            Assert.Equal(200, (await Caller.PostAsync("v26.0/me/message_templates", Template(i), Emulator.AccessToken)).Status);
        var references = string.Concat(Enumerable.Repeat("{result=all:$.data.*.name}", 2000));
        var batch = Batch("""{"method":"GET","name":"all","relative_url":"me/message_templates"}""", Message(references), Message(references));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var codes = await SendAsync(batch);

        Assert.Equal([null, 400, 400], codes);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Most);
        Assert.DoesNotContain(Emulator.Ledger, delivery => delivery.MessageId is not null);
    }

    [Theory]
    [InlineData("the batch as a string")]
    [InlineData("the body of a part")]
    public async Task A_string_with_JSON_has_the_limits_of_a_body(string where)
    {
        await SendAsync(Batch(Message("Hello")));
        var values = $"[{string.Concat(Enumerable.Repeat("0,", 450_000))}0]";
        var batch = where == "the body of a part"
            ? Batch($$"""{"method":"POST","relative_url":"me/messages","body":"message={{values}}"}""")
            : new JsonObject { ["batch"] = values }.ToJsonString();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await Caller.PostAsync("", batch, Emulator.AccessToken);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Most / 3);
    }

    [Fact]
    public async Task An_error_that_is_scripted_affects_a_part()
    {
        Emulator.Faults.Add(Fault.Error(613) with { FirstCall = 2, Times = 1 });

        var codes = await SendAsync(Batch(Message("One"), Message("Two"), Message("Three")));

        Assert.Equal([200, 400, 200], codes);
        Assert.Equal(2, Emulator.Ledger.Count);
        Assert.Equal(1, Emulator.Faults.Occurred);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_fault_of_the_connection_affects_the_response_to_the_batch(bool isAfterDelivery, int deliveries)
    {
        Emulator.Faults.Add(Fault.Reset() with { AfterDelivery = isAfterDelivery, FirstCall = 2, Times = 1 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync(Batch(Message("One"), Message("Two"))));

        Assert.Equal(deliveries, Emulator.Ledger.Count);
    }

    [Fact]
    public async Task A_response_without_an_id_is_that_of_a_part()
    {
        Emulator.Faults.Add(Fault.WithoutMessageId() with { FirstCall = 2, Times = 1 });

        var answer = await Caller.PostAsync("", Batch(Message("One"), Message("Two")), Emulator.AccessToken);

        Assert.Equal([true, false], JsonDocument.Parse(answer.Text).RootElement.EnumerateArray().Select(part => part.GetProperty("body").GetString()!.Contains("message_id", StringComparison.Ordinal)));
        Assert.Single(Emulator.Ledger);
    }

    private static string Template(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"name":"{{new string('n', 400)}}{{number}}","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hello"}]}""");

    private static string Message(string text) => new JsonObject
    {
        ["method"] = "POST",
        ["relative_url"] = "me/messages",
        ["body"] = $$"""recipient={"id":"{{Customer}}"}&message={"text":"{{text}}"}""",
    }.ToJsonString();

    private static string Batch(params string[] parts) => $$"""{"batch":[{{string.Join(',', parts)}}]}""";

    private async Task<IReadOnlyList<int?>> SendAsync(string batch)
    {
        var answer = await Caller.PostAsync("", batch, Emulator.AccessToken);
        return [.. JsonDocument.Parse(answer.Text).RootElement.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Null ? (int?)null : part.GetProperty("code").GetInt32())];
    }
}
