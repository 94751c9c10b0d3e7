using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class OtherOperationTests : EmulatorTest
{
    protected override GraphEmulatorOptions Options => new() { Schemas = [SchemaTexts.Everything, SchemaTexts.Notes, SchemaTexts.Nests], PageId = "42" };

    [Fact]
    public async Task An_answer_that_declares_success_says_so_and_nothing_else()
    {
        var answer = await Caller.PostAsync("v9.1/42/things", """{"name":"a"}""", Emulator.AccessToken);

        answer.AssertIsReply("success");
        Assert.True(answer.Json["success"]!.GetValue<bool>());
        var delivery = Assert.Single(Emulator.Ledger);
        Assert.Equal(("add", null, null), (delivery.Operation, delivery.Recipient, delivery.MessageId));
    }

    [Fact]
    public async Task A_code_that_the_schema_does_not_explain_has_no_text_for_people()
    {
        var answer = await Caller.PostAsync("v9.1/42/things", "{}", Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Equal(["message", "type", "code", "fbtrace_id"], answer.Error.Select(p => p.Key));
        Assert.Equal("(#100) The parameter name is required.", answer.Message);
    }

    [Fact]
    public async Task The_messages_of_another_schema_are_not_served() =>
        (await Caller.PostAsync("v9.1/42/messages", "{}", Emulator.AccessToken)).AssertIsError(2500);

    [Fact]
    public async Task Operations_of_several_schemas_stand_side_by_side()
    {
        (await Caller.PostAsync("v9.1/42/things", """{"name":"a"}""", Emulator.AccessToken)).AssertIsReply("success");
        (await Caller.PostAsync("v9.1/42/notes", """{"recipient":{"id":"1"},"message":"Hi"}""", Emulator.AccessToken)).AssertIsReply("recipient_id", "message_id");
        (await Caller.PostAsync("v9.1/42/nests", """{"height":3}""", Emulator.AccessToken)).AssertIsReply("id");

        Assert.Equal(["add", "send", "build"], Emulator.Ledger.Select(d => d.Operation));
        Assert.Single(Emulator.Ledger, d => d.MessageId is not null);
    }
}
