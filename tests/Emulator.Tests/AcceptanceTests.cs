using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class AcceptanceTests : EmulatorTest
{
    [Theory]
    [InlineData(""" "messaging_type":"RESPONSE","message":{"text":"Held until 19:30."} """)]
    [InlineData(""" "messaging_type":"RESPONSE","message":{"text":"Which size?","quick_replies":[{"content_type":"text","title":"Small","payload":"S"},{"content_type":"text","title":"Large","payload":"L","image_url":"https://cdn.example.com/l.png"},{"content_type":"user_email"}]} """)]
    [InlineData(""" "messaging_type":"RESPONSE","message":{"attachment":{"type":"image","payload":{"url":"https://cdn.example.com/menu.jpg"}}} """)]
    [InlineData(""" "message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"Go on?","buttons":[{"type":"postback","title":"Yes","payload":"Y"}]}}} """)]
    [InlineData(""" "message":{"attachment":{"type":"like_heart"}} """)]
    [InlineData(""" "message":{"attachment":{"type":"MEDIA_SHARE","payload":{"id":"123"}}} """)]
    [InlineData(""" "messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT","message":{"text":"Sorry for the wait."} """)]
    [InlineData(""" "messaging_type":"RESPONSE","notification_type":"SILENT_PUSH","persona_id":"1130559388746211","message":{"text":"Hi, I am picking this up."} """)]
    [InlineData(""" "message":{"dynamic_text":{"text":"Hi {{first_name}}","fallback_text":"Hi"},"metadata":"note 7"} """)]
    public async Task A_message_is_answered_with_the_customer_and_a_message_id(string rest)
    {
        var answer = await Caller.SendAsync(Body(rest));

        answer.AssertIsReply("recipient_id", "message_id");
        Assert.Equal(Customer, answer.Find("recipient_id"));
        Assert.StartsWith("m_", answer.Find("message_id"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "sender_action":"typing_on" """)]
    [InlineData(""" "sender_action":"react","payload":{"message_id":"m_AbC","reaction":"🎉"} """)]
    public async Task A_sender_action_is_answered_without_a_message_id(string rest)
    {
        var answer = await Caller.SendAsync(Body(rest));

        answer.AssertIsReply("recipient_id");
        Assert.Equal(Customer, answer.Find("recipient_id"));
        Assert.Null(Assert.Single(Emulator.Ledger).MessageId);
    }

    [Theory]
    [InlineData("""{"user_ref":"ref-1"}""")]
    [InlineData("""{"phone_number":"+12025550123","name":{"first_name":"Jo","last_name":"Doe"}}""")]
    public async Task A_user_ref_or_phone_number_is_answered_without_a_recipient_id(string recipient)
    {
        var answer = await Caller.SendAsync($$"""{"recipient":{{recipient}},"messaging_type":"UPDATE","message":{"text":"Ready."} }""");

        answer.AssertIsReply("message_id");
    }

    [Theory]
    [InlineData("comment_id", "1909458034523498_1221")]
    [InlineData("post_id", "1909458034523498_1221")]
    [InlineData("one_time_notif_token", "ticket")]
    [InlineData("notification_messages_token", "ticket")]
    [InlineData("login_id", "x")]
    [InlineData("player_id", "77")]
    public async Task Any_other_address_is_answered_with_the_same_made_up_id_each_time(string member, string value)
    {
        var body = $$"""{"recipient":{"{{member}}":"{{value}}"},"message":{"text":"Thank you."} }""";
        var first = await Caller.SendAsync(body);
        var second = await Caller.SendAsync(body);
        var other = await Caller.SendAsync(body.Replace(value, value + "0", StringComparison.Ordinal));

        first.AssertIsReply("recipient_id", "message_id");
        Assert.Matches("^[0-9]{16}$", first.Find("recipient_id"));
        Assert.Equal(first.Find("recipient_id"), second.Find("recipient_id"));
        Assert.NotEqual(first.Find("recipient_id"), other.Find("recipient_id"));
        Assert.NotEqual(first.Find("message_id"), second.Find("message_id"));
        Assert.Equal(new RecipientAddress(member, value), Emulator.Ledger[0].Recipient);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task A_reusable_attachment_is_answered_with_an_attachment_id(string reusable, bool saved)
    {
        var body = Body($$""" "message":{"attachment":{"type":"image","payload":{"url":"https://cdn.example.com/a.png","is_reusable":{{reusable}} } } } """);
        var first = await Caller.SendAsync(body);
        var second = await Caller.SendAsync(body);

        if (!saved)
        {
            first.AssertIsReply("recipient_id", "message_id");
            return;
        }

        first.AssertIsReply("recipient_id", "message_id", "attachment_id");
        Assert.Matches("^[0-9]+$", first.Find("attachment_id"));
        Assert.NotEqual(first.Find("attachment_id"), second.Find("attachment_id"));
    }

    [Fact]
    public async Task Enum_values_are_taken_in_any_casing()
    {
        var answer = await Caller.SendAsync(Body(
            """ "messaging_type":"message_tag","tag":"Human_Agent","notification_type":"no_push","message":{"attachment":{"type":"IMAGE","payload":{"url":"https://cdn.example.com/a.png"}},"quick_replies":[{"content_type":"TEXT","title":"a","payload":"b"}]} """));

        answer.AssertIsReply("recipient_id", "message_id");
    }

    [Fact]
    public async Task The_Page_can_be_called_me()
    {
        var answer = await Caller.PostAsync("v26.0/me/messages", Body("\"message\":{\"text\":\"a\"}"), Emulator.AccessToken);

        answer.AssertIsReply("recipient_id", "message_id");
        Assert.Equal(Emulator.PageId, Assert.Single(Emulator.Ledger).PageId);
    }

    [Fact]
    public async Task The_first_page_says_what_this_is()
    {
        var text = await Caller.GetTextAsync("");

        Assert.StartsWith("Graph API emulator.", text, StringComparison.Ordinal);
        Assert.Contains("\nPOST /v26.0/{page_id}/messages\n", text, StringComparison.Ordinal);
        Assert.Contains("\nGET /v26.0/{psid}\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\nGET /ledger\n", text, StringComparison.Ordinal);
    }
}
