namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>A fault before the delivery leaves no trace in the state.</summary>
public sealed class FaultStateTests : StateTest
{
    [Fact]
    public async Task An_attachment_of_a_call_that_was_not_delivered_is_not_saved()
    {
        const string Reusable = """ "message":{"attachment":{"type":"image","payload":{"url":"https://cdn.example.com/a.jpg","is_reusable":true}}} """;
        Emulator.Faults.Add(Fault.WithoutMessageId() with { Times = 1 });

        var id = Text(await Caller.SendAsync(Body(Reusable)), "attachment_id");

        Assert.Empty(Emulator.Ledger);
        (await Caller.SendAsync(Body("\"message\":{\"attachment\":{\"type\":\"image\",\"payload\":{\"attachment_id\":\"" + id + "\"}}}"))).AssertIsError(100, 2018074);
    }
}
