using System.Text.Json.Nodes;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>The JSON of each event, as the pages of Meta's reference show it.</summary>
public sealed class WebhookEventsTests
{
    private const string Parties = """ "sender":{"id":"44"},"recipient":{"id":"100"},"timestamp":1764320400000 """;
    private const string EchoParties = """ "sender":{"id":"100"},"recipient":{"id":"44"},"timestamp":1764320400000 """;

    private static readonly WebhookOrigin Messenger = new("100", "44", IsInstagram: false, DateTimeOffset.FromUnixTimeMilliseconds(1_764_320_400_000));

    private static readonly WebhookOrigin Instagram = Messenger with { IsInstagram = true };

    private static readonly DateTimeOffset Watermark = DateTimeOffset.FromUnixTimeMilliseconds(1_764_320_399_000);

    [Fact]
    public void Text() =>
        AssertIs(WebhookEvents.Message(Messenger, new("m_1") { Text = "Moi" }), """ "message":{"mid":"m_1","text":"Moi"} """);

    [Fact]
    public void Quick_reply() => AssertIs(
        WebhookEvents.Message(Messenger, new("m_1") { Text = "Red", QuickReplyPayload = "RED" }),
        """ "message":{"mid":"m_1","text":"Red","quick_reply":{"payload":"RED"}} """);

    [Fact]
    public void Reply_to_a_message()
    {
        var message = new WebhookMessage("m_2") { Text = "Yes", ReplyToId = "m_1" };

        AssertIs(WebhookEvents.Message(Messenger, message), """ "message":{"mid":"m_2","text":"Yes","reply_to":{"mid":"m_1","is_self_reply":false}} """);
        AssertIs(WebhookEvents.Message(Messenger, message with { IsSelfReply = true }), """ "message":{"mid":"m_2","text":"Yes","reply_to":{"mid":"m_1","is_self_reply":true}} """);
        AssertIs(WebhookEvents.Message(Instagram, message), """ "message":{"mid":"m_2","text":"Yes","reply_to":{"mid":"m_1","is_self_reply":false}} """);
    }

    [Fact]
    public void Reply_to_a_story() => AssertIs(
        WebhookEvents.Message(Instagram, new("m_2") { Text = "Nice", ReplyToStory = new("17", "https://cdn.example.com/s.jpg") }),
        """ "message":{"mid":"m_2","text":"Nice","reply_to":{"story":{"url":"https://cdn.example.com/s.jpg","id":"17"}}} """);

    [Theory]
    [InlineData("image")]
    [InlineData("video")]
    [InlineData("audio")]
    [InlineData("file")]
    public void Media(string type)
    {
        const string Url = "https://cdn.example.com/a?b=1&c=2";
        var attachment = type switch
        {
            "image" => WebhookAttachment.Image(Url),
            "video" => WebhookAttachment.Of("video", Url),
            "audio" => WebhookAttachment.Of("audio", Url),
            _ => WebhookAttachment.Of("file", Url),
        };

        AssertIs(
            WebhookEvents.Message(Messenger, new("m_1") { Attachments = [attachment, attachment] }),
            $$$""" "message":{"mid":"m_1","attachments":[{"type":"{{{type}}}","payload":{"url":"{{{Url}}}"}},{"type":"{{{type}}}","payload":{"url":"{{{Url}}}"}}]} """);
    }

    [Fact]
    public void Sticker() => AssertIs(
        WebhookEvents.Message(Messenger, new("m_1") { Attachments = [WebhookAttachment.Sticker(369_239_263_222_822, "https://cdn.example.com/s.png")] }),
        """ "message":{"mid":"m_1","attachments":[{"type":"sticker","payload":{"url":"https://cdn.example.com/s.png","sticker_id":369239263222822}}]} """);

    [Fact]
    public void Location() => AssertIs(
        WebhookEvents.Message(Messenger, new("m_1") { Attachments = [WebhookAttachment.Location(60.17, 24.94, "Helsinki")] }),
        """ "message":{"mid":"m_1","attachments":[{"title":"Helsinki","type":"location","payload":{"coordinates":{"lat":60.17,"long":24.94}}}]} """);

    [Fact]
    public void Echo()
    {
        AssertIs(
            WebhookEvents.Echo(Messenger, new("m_1") { Text = "Hei" }, "300400500600700", "order-1"),
            """ "message":{"mid":"m_1","text":"Hei","is_echo":true,"app_id":300400500600700,"metadata":"order-1"} """,
            EchoParties);
        AssertIs(WebhookEvents.Echo(Instagram, new("m_1") { Text = "Hei" }, null, null), """ "message":{"mid":"m_1","text":"Hei","is_echo":true} """, EchoParties);
    }

    [Fact]
    public void Echo_of_a_template() => AssertIs(
        WebhookEvents.Echo(Messenger, new("m_1") { Attachments = [WebhookAttachment.Template("""{"template_type":"button","text":"Ä","buttons":[]}""")] }, "1", null),
        """ "message":{"mid":"m_1","attachments":[{"type":"template","payload":{"template_type":"button","text":"Ä","buttons":[]}}],"is_echo":true,"app_id":1} """,
        EchoParties);

    [Fact]
    public void Edit() =>
        AssertIs(WebhookEvents.Edit(Messenger, "m_1", "Moi!", 2), """ "message_edit":{"mid":"m_1","text":"Moi!","num_edit":2} """);

    [Theory]
    [InlineData("😂", "smile")]
    [InlineData("😠", "angry")]
    [InlineData("😢", "sad")]
    [InlineData("😮", "wow")]
    [InlineData("❤", "love")]
    [InlineData("❤️", "love")]
    [InlineData("👍", "like")]
    [InlineData("👎", "dislike")]
    [InlineData("🍕", "other")]
    public void Reaction(string emoji, string word) => AssertIs(
        WebhookEvents.Reaction(Messenger, "m_1", emoji), $$$""" "reaction":{"mid":"m_1","action":"react","reaction":"{{{word}}}","emoji":"{{{emoji}}}"} """);

    [Theory]
    [InlineData("😂", "laugh")]
    [InlineData("👍", "like")]
    [InlineData("👎", "other")]
    public void Reaction_on_Instagram(string emoji, string word) => AssertIs(
        WebhookEvents.Reaction(Instagram, "m_1", emoji), $$$""" "reaction":{"mid":"m_1","action":"react","reaction":"{{{word}}}","emoji":"{{{emoji}}}"} """);

    [Fact]
    public void Unreaction()
    {
        AssertIs(WebhookEvents.Unreaction(Messenger, "m_1", "👍"), """ "reaction":{"mid":"m_1","action":"unreact","reaction":"like","emoji":"👍"} """);
        AssertIs(WebhookEvents.Unreaction(Instagram, "m_1", "👍"), """ "reaction":{"mid":"m_1","action":"unreact"} """);
    }

    [Fact]
    public void Postback()
    {
        AssertIs(WebhookEvents.Postback(Messenger, "m_1", "Order", "ORDER:1"), """ "postback":{"mid":"m_1","title":"Order","payload":"ORDER:1"} """);
        AssertIs(WebhookEvents.Postback(Messenger, "m_1", "Order", null), """ "postback":{"mid":"m_1","title":"Order"} """);
    }

    [Fact]
    public void Get_started()
    {
        AssertIs(WebhookEvents.GetStarted(Messenger, "m_1", "START"), """ "postback":{"mid":"m_1","title":"Get Started","payload":"START"} """);
        AssertIs(
            WebhookEvents.GetStarted(Messenger, "m_1", "START", new("autumn")),
            """ "postback":{"mid":"m_1","title":"Get Started","payload":"START","referral":{"ref":"autumn","source":"SHORTLINK","type":"OPEN_THREAD"}} """);
    }

    [Fact]
    public void Delivered() =>
        AssertIs(WebhookEvents.Delivered(Messenger, ["m_1", "m_2"], Watermark), """ "delivery":{"mids":["m_1","m_2"],"watermark":1764320399000} """);

    [Fact]
    public void Read()
    {
        AssertIs(WebhookEvents.Read(Messenger, "m_1", Watermark), """ "read":{"watermark":1764320399000} """);
        AssertIs(WebhookEvents.Read(Instagram, "m_1", Watermark), """ "read":{"mid":"m_1"} """);
    }

    [Fact]
    public void Referral() =>
        AssertIs(WebhookEvents.Referral(Messenger, new("autumn") { Source = "ADS" }), """ "referral":{"ref":"autumn","source":"ADS","type":"OPEN_THREAD"} """);

    [Fact]
    public void Opt_in_to_one_notification() => AssertIs(
        WebhookEvents.OptInOnce(Messenger, "STOCK:7", "made-up-token"), """ "optin":{"type":"one_time_notif_req","payload":"STOCK:7","one_time_notif_token":"made-up-token"} """);

    [Fact]
    public void Opt_in_to_notifications()
    {
        var consent = new WebhookSubscription("NEWS", "News", "made-up-token", DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000));

        AssertIs(
            WebhookEvents.OptIn(Messenger, consent),
            """ "optin":{"type":"notification_messages","payload":"NEWS","title":"News","notification_messages_token":"made-up-token","token_expiry_timestamp":1790000000000,"user_token_status":"NOT_REFRESHED"} """);
        AssertIs(
            WebhookEvents.OptIn(Messenger, consent with { Frequency = "WEEKLY", TimeZone = "Europe/Helsinki", IsRefreshed = true, IsStopped = true }),
            """
             "optin":{"type":"notification_messages","payload":"NEWS","title":"News","notification_messages_token":"made-up-token",
             "notification_messages_frequency":"WEEKLY","notification_messages_timezone":"Europe/Helsinki","token_expiry_timestamp":1790000000000,
             "user_token_status":"REFRESHED","notification_messages_status":"STOP_NOTIFICATIONS"}
            """);
        Assert.Contains("RESUME_NOTIFICATIONS", WebhookEvents.OptIn(Messenger, consent with { IsStopped = false }).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_linking()
    {
        AssertIs(WebhookEvents.AccountLinked(Messenger, "code-1"), """ "account_linking":{"status":"linked","authorization_code":"code-1"} """);
        AssertIs(WebhookEvents.AccountUnlinked(Messenger), """ "account_linking":{"status":"unlinked"} """);
    }

    [Fact]
    public void Handovers()
    {
        AssertIs(WebhookEvents.PassThreadControl(Messenger, "1", "2", "why"), """ "pass_thread_control":{"previous_owner_app_id":"1","new_owner_app_id":"2","metadata":"why"} """);
        AssertIs(WebhookEvents.PassThreadControl(Messenger, null, "2", null), """ "pass_thread_control":{"previous_owner_app_id":null,"new_owner_app_id":"2"} """);
        AssertIs(WebhookEvents.TakeThreadControl(Messenger, "2", "1", "why"), """ "take_thread_control":{"previous_owner_app_id":"2","new_owner_app_id":"1","metadata":"why"} """);
        AssertIs(WebhookEvents.RequestThreadControl(Messenger, "2", "why"), """ "request_thread_control":{"requested_owner_app_id":"2","metadata":"why"} """);
    }

    [Fact]
    public void Policy_enforcement()
    {
        var blocked = WebhookEvents.PolicyEnforcement("100", Messenger.Time, "block", "Spam");

        AssertJson("""{"recipient":{"id":"100"},"timestamp":1764320400000,"policy_enforcement":{"action":"block","reason":"Spam"}}""", blocked.Json);
        Assert.Null(blocked.PersonId);
        AssertJson("""{"action":"unblock"}""", JsonNode.Parse(WebhookEvents.PolicyEnforcement("100", Messenger.Time, "unblock", null).Json)!["policy_enforcement"]!.ToJsonString());
    }

    [Fact]
    public void Comment_on_a_post()
    {
        var comment = WebhookEvents.Comment(Messenger, new("100_7_8", "100_7", "How much?", "Aino Korhonen"));

        Assert.Equal(("feed", "100", "44", false), (comment.Field, comment.PageId, comment.PersonId, comment.IsInstagram));
        AssertJson(
            """
            {"from":{"id":"44","name":"Aino Korhonen"},"item":"comment","verb":"add","comment_id":"100_7_8","post_id":"100_7","parent_id":"100_7",
            "created_time":1764320400,"message":"How much?"}
            """,
            comment.Json);
    }

    [Fact]
    public void Comment_on_Instagram()
    {
        var comment = WebhookEvents.Comment(Instagram, new("8", "7", "How much?", "aino.k"));
        var reply = WebhookEvents.Comment(Instagram, new("9", "7", "Hm", "aino.k") { ParentId = "8" });

        Assert.Equal(("comments", true), (comment.Field, comment.IsInstagram));
        AssertJson("""{"from":{"id":"44","username":"aino.k"},"media":{"id":"7","media_product_type":"FEED"},"id":"8","text":"How much?"}""", comment.Json);
        Assert.Equal("8", JsonNode.Parse(reply.Json)!["parent_id"]!.GetValue<string>());
    }

    [Fact]
    public void Standby_is_the_same_event_of_another_list()
    {
        var standby = WebhookEvents.Message(Messenger with { IsStandby = true }, new("m_1") { Text = "Moi" });

        Assert.Equal(WebhookEvents.Message(Messenger, new("m_1") { Text = "Moi" }) with { IsStandby = true }, standby);
    }

    private static void AssertIs(WebhookEvent actual, string member, string parties = Parties)
    {
        AssertJson($"{{{parties},{member}}}", actual.Json);
        Assert.Equal(("100", "44", null, false), (actual.PageId, actual.PersonId, actual.Field, actual.IsStandby));
    }

    // The members are in the order of the reference.
    private static void AssertJson(string expected, string actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());
}
