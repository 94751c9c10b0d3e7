using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Records;

public sealed class ToStringTests
{
    private const string Canary = "Canary";

    private static readonly System.Text.Json.JsonElement CanaryJson = RawJson.Parse($$"""{"{{Canary}}":"{{Canary}}"}""");

    [Fact]
    public void The_members_that_are_set_are_named_but_not_shown() =>
        Assert.Equal(
            "SendMessageRequest { Recipient = Recipient { Id = *** }, MessagingType = Response, Message = Message { Text = *** } }",
            Requests.Text.ToString());

    [Fact]
    public void Enum_values_and_the_lengths_of_lists_are_shown() =>
        Assert.Equal(
            "Message { Attachment = RawAttachment { Type = MediaShare, Payload = *** }, QuickReplies = [2] }",
            new Message
            {
                Attachment = new RawAttachment { Type = AttachmentType.MediaShare, Payload = CanaryJson },
                QuickReplies = [new() { ContentType = QuickReplyContentType.Text, Title = Canary }, new() { ContentType = QuickReplyContentType.Poll }],
            }.ToString());

    [Fact]
    public void An_empty_object_prints_as_empty() => Assert.Equal("Recipient { }", new Recipient().ToString());

    [Fact]
    public void An_undefined_enum_value_prints_as_its_number() =>
        Assert.Equal("RawAttachment { Type = 77 }", new RawAttachment { Type = (AttachmentType)77 }.ToString());

    [Fact]
    public void No_member_of_any_type_shows_text_or_an_id()
    {
        Assert.NotEmpty(GeneratedTypes.Records);
        foreach (var type in GeneratedTypes.Records)
        {
            var members = GeneratedTypes.Members(type).ToList();

            var text = new Variants(Canary, 987654321).Of(type)[0].ToString()!;

            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain("987654321", text, StringComparison.Ordinal);
            Assert.All(members, m => Assert.Contains($"{m.Name} = ", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_whole_request_names_every_member_without_showing_any()
    {
        var text = Requests.Everything.ToString();

        Assert.Contains("NotificationMessagesToken = ***", text, StringComparison.Ordinal);
        Assert.Contains("Tag = HumanAgent", text, StringComparison.Ordinal);
        string[] secrets = ["Aino", "358", "88213", "122_890", "once", "again", "Line 1", "Hello", "cdn.example.com", "m_AbC", "682349012345678", "note 7"];
        Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        Assert.Equal("SendMessageResponse { RecipientId = ***, MessageId = ***, AttachmentId = ***, ThreadKey = *** }", Requests.Answer.ToString());
    }
}
