namespace PageMessagesGen.Emulator.Tests.State;

/// <summary>An id stands for something only if the emulator gave it out.</summary>
public sealed class ObjectTests : StateTest
{
    private const string Picture = "https://cdn.example.com/menu.jpg";

    [Theory]
    [InlineData("image", "\"attachment\":{\"type\":\"image\",\"payload\":{\"attachment_id\":\"ID\"}}")]
    [InlineData("image", "\"attachments\":[{\"type\":\"image\",\"payload\":{\"attachment_id\":\"ID\"}}]")]
    [InlineData("video", "\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"media\",\"elements\":[{\"media_type\":\"video\",\"attachment_id\":\"ID\"}]}}")]
    public async Task An_attachment_can_be_sent_once_it_was_uploaded(string type, string message)
    {
        (await SendAsync("1745504518999123")).AssertIsError(100, 2018074);

        var upload = "{\"message\":{\"attachment\":{\"type\":\"" + type + "\",\"payload\":{\"url\":\"" + Picture + "\",\"is_reusable\":true}}}}";
        var id = Text(await PostAsync("me/message_attachments", upload), "attachment_id");
        Assert.Equal(200, (await SendAsync(id)).Status);

        Task<Support.Answer> SendAsync(string attachment) => Caller.SendAsync(Body($"\"message\":{{{message.Replace("ID", attachment, StringComparison.Ordinal)}}}"));
    }

    [Fact]
    public async Task A_reusable_attachment_of_a_message_can_be_sent_again()
    {
        var first = await Caller.SendAsync(Body("\"message\":{\"attachment\":{\"type\":\"image\",\"payload\":{\"url\":\"" + Picture + "\",\"is_reusable\":true}}}"));

        var id = Text(first, "attachment_id");
        Assert.Equal(200, (await Caller.SendAsync(Body("\"message\":{\"attachment\":{\"type\":\"image\",\"payload\":{\"attachment_id\":\"" + id + "\"}}}"))).Status);
    }

    [Fact]
    public async Task A_persona_is_known_from_its_creation_to_its_removal()
    {
        (await SendTextAsync("\"persona_id\":\"7000000000000001\",")).AssertIsError(100, 33, "GraphMethodException");

        var id = Text(await PostAsync("me/personas", $$$"""{"name":"Aino K.","profile_picture_url":"{{{Picture}}}"}"""), "id");
        Assert.Equal(200, (await SendTextAsync($"\"persona_id\":\"{id}\",")).Status);
        Assert.Equal("Aino K.", Text(await GetAsync(id), "name"));
        Assert.Equal(id, Text(await GetAsync("me/personas"), "data", "0", "id"));

        Assert.Equal("True", Text(await DeleteAsync(id), "success"));
        (await SendTextAsync($"\"persona_id\":\"{id}\",")).AssertIsError(100, 33, "GraphMethodException");
        (await DeleteAsync(id)).AssertIsError(100, 33, "GraphMethodException");
        Assert.Equal("[]", Text(await GetAsync("me/personas"), "data"));
    }

    [Fact]
    public async Task A_template_must_be_approved()
    {
        const string Send = """ "messaging_type":"UTILITY","message":{"template":{"name":"order_update","language":{"code":"en"},"components":[{"type":"BODY","parameters":[{"type":"TEXT","text":"88213"}]}]}} """;
        Assert.EndsWith("known-object", (await Caller.SendAsync(Body(Send))).Rules, StringComparison.Ordinal);

        var created = await PostAsync("me/message_templates", """{"name":"order_update","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Your order {{1}} is on its way.","example":{"body_text":[["88213"]]}}]}""");
        Assert.Equal("PENDING", Text(created, "status"));
        var pending = await Caller.SendAsync(Body(Send));
        pending.AssertIsError(100);
        Assert.EndsWith("approved-template", pending.Rules, StringComparison.Ordinal);

        Emulator.Assets.ApproveTemplate(Text(created, "id"));
        Assert.Equal(200, (await Caller.SendAsync(Body(Send))).Status);
        Assert.Equal("APPROVED", Text(await GetAsync("me/message_templates?name=order_update"), "data", "0", "status"));
        Assert.Equal("[]", Text(await GetAsync("me/message_templates?status=PENDING"), "data"));

        Emulator.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(200, (await Caller.SendAsync(Body(Send))).Status);

        Emulator.Assets.RejectTemplate(Text(created, "id"));
        Assert.EndsWith("approved-template", (await Caller.SendAsync(Body(Send))).Rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_has_one_private_reply_within_7_days()
    {
        (await ReplyAsync("100200300400500_1_2")).AssertIsError(100, 2018292);

        var comment = Aino.Comment("How much is it?");
        Assert.Equal(Customer, Text(await ReplyAsync(comment), "recipient_id"));
        (await ReplyAsync(comment)).AssertIsError(10900);

        var late = Aino.Comment("And this one?");
        Emulator.Clock.Advance(TimeSpan.FromDays(8));
        (await ReplyAsync(late)).AssertIsError(10901);

        Task<Support.Answer> ReplyAsync(string id) => Caller.SendAsync($$$"""{"recipient":{"comment_id":"{{{id}}}"},"message":{"text":"It is 9 EUR."}}""");
    }

    [Fact]
    public async Task Of_many_private_replies_at_the_same_time_one_is_sent()
    {
        var comment = Aino.Comment("How much is it?");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Caller.SendAsync($$$"""{"recipient":{"comment_id":"{{{comment}}}"},"message":{"text":"It is 9 EUR."}}""")));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Single(Emulator.Ledger);
    }

    [Fact]
    public async Task A_one_time_token_is_spent_once()
    {
        (await SpendAsync("one_time_notif_token", "unknown")).AssertIsError(100);

        var token = Aino.AllowOneNotification("BACK_IN_STOCK");
        Emulator.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(Customer, Text(await SpendAsync("one_time_notif_token", token), "recipient_id"));
        var second = await SpendAsync("one_time_notif_token", token);
        second.AssertIsError(100);
        Assert.EndsWith("once", second.Rules, StringComparison.Ordinal);

        var old = Aino.AllowOneNotification("BACK_IN_STOCK");
        Emulator.Clock.Advance(TimeSpan.FromDays(366));
        (await SpendAsync("one_time_notif_token", old)).AssertIsError(100);
    }

    [Fact]
    public async Task A_token_for_notifications_can_be_used_again()
    {
        var token = Aino.AllowNotifications("NEWS", "News of the shop");

        Assert.Equal(200, (await SpendAsync("notification_messages_token", token)).Status);
        Assert.Equal(200, (await SpendAsync("notification_messages_token", token)).Status);
        (await SpendAsync("one_time_notif_token", token)).AssertIsError(100);
    }

    [Fact]
    public async Task Nobody_writes_to_a_customer_who_has_blocked_the_Page()
    {
        Aino.Block();
        (await SendTextAsync()).AssertIsError(551, 1545041);
        Assert.Throws<InvalidOperationException>(() => Aino.Write("Hello"));

        Aino.Unblock();
        Assert.Equal(200, (await SendTextAsync()).Status);
    }

    private Task<Support.Answer> SpendAsync(string member, string token) =>
        Caller.SendAsync($$$"""{"recipient":{"{{{member}}}":"{{{token}}}"},"message":{"text":"It is back."}}""");
}
