using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessages;
using PageMessagesGen.ForeignContext;
using PageMessagesGen.Rules;
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
    [InlineData("""{"recipient":{"id":"1"},"new":{"a":[1]}}""")]
    [InlineData("""{"recipient":{"id":"1","new":null}}""")]
    [InlineData("""{"recipient":{},"message":{"text":"a","new":1,"newer":"\ud83c\udf55"}}""")]
    [InlineData("""{"recipient":{},"message":{"attachment":{"type":"image","payload":{"url":"u","new":[{}]}}}}""")]
    [InlineData("""{"recipient":{},"message":{"attachment":{"type":"image","payload":{"url":"u"},"new":2}}}""")]
    [InlineData("""{"recipient":{},"message":{"attachment":{"type":"like_heart","new":2}}}""")]
    [InlineData("""{"recipient":{},"message":{"attachment":{"type":"reel","payload":{"new":1},"newer":2}}}""")]
    [InlineData("""{"recipient":{},"message":{"attachment":{"type":"template","payload":{"template_type":"button","text":"a","buttons":[{"type":"postback","title":"t","payload":"p","new":true}],"new":1}}}}""")]
    [InlineData("""{"recipient":{},"message":{"quick_replies":[{"content_type":"text","new":{"new":1}}]}}""")]
    public void Unknown_members_are_kept_and_written_back(string json)
    {
        var read = Read(json);

        Wire.AssertSame(json, JsonSerializer.Serialize(read, PageMessagesJsonContext.Default.SendMessageRequest));
        Wire.AssertSame(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, OutboxJsonContext.Default.SendMessageRequest), OutboxJsonContext.Default.SendMessageRequest));
        var output = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(read, output);
        Wire.AssertSame(json, Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Contains(read.Validate(), violation => violation.Rule == "unknown-member");
        Assert.DoesNotContain("new", read.ToString(), StringComparison.Ordinal);

        var strict = new JsonSerializerOptions { TypeInfoResolver = PageMessagesJsonContext.Default, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, strict.GetTypeInfo(typeof(SendMessageRequest))));
    }

    [Fact]
    public void Without_unknown_members_there_is_no_dictionary()
    {
        var read = Read("""{"recipient":{"id":"1"},"message":{"text":"a"}}""");

        Assert.Null(read.UnknownMembers);
        Assert.Null(read.Message!.UnknownMembers);
        Assert.DoesNotContain("Unknown", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_member_is_named_where_it_is()
    {
        var request = Requests.Text with
        {
            UnknownMembers = new Dictionary<string, JsonElement> { ["custom"] = RawJson.Parse("1") },
            Message = new() { Text = "a", UnknownMembers = new Dictionary<string, JsonElement> { ["txt"] = RawJson.Parse("1"), ["newer"] = RawJson.Parse("2") } },
        };

        Assert.Equal(
            [
                new RuleViolation("unknown-member", RuleSeverity.Error, "message", "2 members, such as 'txt', are not members of this object."),
                new RuleViolation("unknown-member", RuleSeverity.Warning, "", "'custom' is not a member of this object."),
            ],
            request.Validate());
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
