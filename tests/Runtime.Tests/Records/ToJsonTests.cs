using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Records;

public sealed class ToJsonTests
{
    private static readonly SendMessageRequest Request = new()
    {
        Recipient = new() { Id = "4471239905512287" },
        MessagingType = MessagingType.Response,
        Message = new()
        {
            Text = "Held until 19:30 🍕, \"Mäkinen\" {2} [3]",
            Attachment = new RawAttachment { Type = AttachmentType.Reel, Payload = RawJson.Parse("""{ "a" : [ ], "b" : { } , "c":[ 1, "x: {" ] }""") },
            QuickReplies = [],
        },
    };

    [Fact]
    public void It_is_indented_and_shows_what_is_sent() => Assert.Equal(
        """
        {
          "recipient": {
            "id": "4471239905512287"
          },
          "messaging_type": "RESPONSE",
          "message": {
            "text": "Held until 19:30 🍕, \"Mäkinen\" {2} [3]",
            "attachment": {
              "type": "reel",
              "payload": {
                "a": [],
                "b": {},
                "c": [
                  1,
                  "x: {"
                ]
              }
            },
            "quick_replies": []
          }
        }
        """.ReplaceLineEndings("\n"),
        Request.ToJson());

    [Fact]
    public void ToString_still_hides_it() => Assert.DoesNotContain("4471239905512287", Request.ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_written_is_an_exception() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (Request with { MessagingType = (MessagingType)99 }).ToJson());
}
