using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

public sealed class ContextReadingTests
{
    [Fact]
    public void Every_member_is_read()
    {
        var read = Read(Expected.Everything);

        Assert.Equal(Requests.Everything.ToString(), read.ToString());
        Wire.AssertSame(Expected.Everything, JsonSerializer.Serialize(read, PageMessagesJsonContext.Default.SendMessageRequest));
        Assert.Equal(Requests.Everything.Recipient, read.Recipient);
        Assert.Equal(Requests.Everything.Message!.Text, read.Message!.Text);
        Assert.Equal(["one", "two 🎲"], read.Message.QuickReplies![0].Data!.PollOptions!);
        Assert.Equal(Requests.Answer, JsonSerializer.Deserialize(
            """{"recipient_id":"1","message_id":"m_AbC","attachment_id":"99","thread_key":"t_7"}""", PageMessagesJsonContext.Default.SendMessageResponse));
    }

    [Theory]
    [InlineData("message_tag", "human_agent", "TYPING_ON")]
    [InlineData("MESSAGE_TAG", "HUMAN_AGENT", "typing_on")]
    [InlineData("Message_Tag", "humAN_agent", "Typing_On")]
    public void Enum_values_are_read_in_any_casing(string type, string tag, string action)
    {
        var read = Read($$"""{"recipient":{},"messaging_type":"{{type}}","tag":"{{tag}}","sender_action":"{{action}}"}""");

        Assert.Equal(
            (MessagingType.MessageTag, MessageTag.HumanAgent, SenderAction.TypingOn),
            (read.MessagingType, read.Tag, read.SenderAction));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("{}")]
    public void What_is_no_value_of_an_enum_is_refused(string tag) =>
        Assert.Throws<JsonException>(() => Read($$"""{"recipient":{},"tag":{{tag}}}"""));

    [Theory]
    [InlineData("HUMANAGENT")]
    [InlineData("HumanAgent")]
    [InlineData("")]
    [InlineData(" HUMAN_AGENT")]
    public void An_unknown_value_of_an_enum_is_kept_and_is_a_violation(string tag)
    {
        var json = $$"""{"recipient":{"id":"4471239905512287"},"tag":"{{tag}}"}""";
        var read = Read(json);

        Assert.False(Enum.IsDefined(read.Tag!.Value));
        Assert.Contains(read.Validate(), violation => violation is { Rule: "unknown-value", Path: "tag" });
        Assert.Equal(json, JsonSerializer.Serialize(read, PageMessagesJsonContext.Default.SendMessageRequest));
    }

    [Theory]
    [InlineData(JsonUnmappedMemberHandling.Skip)]
    [InlineData(JsonUnmappedMemberHandling.Disallow)]
    public void Unknown_members_are_ignored(JsonUnmappedMemberHandling handling)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = PageMessagesJsonContext.Default, UnmappedMemberHandling = handling };

        var read = (SendMessageRequest)JsonSerializer.Deserialize(
            """{"new":{"a":[1]},"recipient":{"id":"1","new":null},"message":{"text":"a","new":1,"attachment":{"type":"image","new":2}}}""",
            options.GetTypeInfo(typeof(SendMessageRequest)))!;

        Assert.Equal(("1", "a", AttachmentType.Image), (read.Recipient.Id, read.Message!.Text, read.Message.Attachment!.Type));
    }

    [Theory]
    [InlineData("{}", "recipient")]
    [InlineData("""{"message":{"text":"a"}}""", "recipient")]
    [InlineData("""{"recipient":{},"message":{"dynamic_text":{"fallback_text":"a"}}}""", "text")]
    [InlineData("""{"recipient":{},"message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"a"}}}}""", "buttons")]
    [InlineData("""{"recipient":{},"message":{"quick_replies":[{"title":"a"}]}}""", "content_type")]
    public void A_required_member_that_is_missing_is_named(string json, string member)
    {
        var exception = Assert.Throws<JsonException>(() => Read(json));

        Assert.Contains($"'{member}'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"recipient":null}""")]
    [InlineData("""{"recipient":{},"message":{"dynamic_text":{"text":null}}}""")]
    [InlineData("""{"recipient":{},"reply_to":{"mid":null}}""")]
    public void A_required_member_that_is_null_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Other_members_that_are_null_are_absent()
    {
        var read = Read(
            """
            {"recipient":{"id":null,"name":null},"messaging_type":null,"sender_action":null,"payload":null,"tag":null,
             "notification_type":null,"persona_id":null,"message":{"text":null,"attachment":{"type":"image","payload":null},
             "quick_replies":[{"content_type":"poll","data":{"sticker_id":null,"payment_amount":null,"payment_type":null,"poll_options":null}}]}}
            """);

        Assert.Equal(
            """{"recipient":{},"message":{"attachment":{"type":"image"},"quick_replies":[{"content_type":"poll","data":{}}]}}""",
            JsonSerializer.Serialize(read, PageMessagesJsonContext.Default.SendMessageRequest));
        Assert.Null(read.Payload);
        Assert.IsType<RawAttachment>(read.Message!.Attachment);
    }

    [Theory]
    [InlineData("369239263222822", "369239263222822")]
    [InlineData("\"369239263222822\"", "369239263222822")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("\"thumb\"", "thumb")]
    public void A_sticker_id_is_read_from_text_and_from_a_whole_number(string json, string expected)
    {
        var read = Read($$$"""{"recipient":{},"message":{"quick_replies":[{"content_type":"sticker","data":{"sticker_id":{{{json}}}}}]}}""");

        Assert.Equal(expected, read.Message!.QuickReplies![0].Data!.StickerId);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("true")]
    [InlineData("[]")]
    public void A_sticker_id_is_nothing_else(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"sticker_id":{{json}}}""", PageMessagesJsonContext.Default.QuickReplyData));

    private static SendMessageRequest Read(string json) =>
        JsonSerializer.Deserialize(json, PageMessagesJsonContext.Default.SendMessageRequest)!;
}
