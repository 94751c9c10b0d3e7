using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

public sealed class ExclusiveMembersTests
{
    private const string Both = "var r = new SendMessageRequest { Recipient = _to, Message = new() { Text = _text }, SenderAction = SenderAction.TypingOn };";

    [Fact]
    public Task Each_member_can_be_kept() =>
        Fixing.In(Both).AssertOffersAsync("PMG3006", "Keep Message, remove SenderAction", "Keep SenderAction, remove Message");

    [Fact]
    public Task The_first_is_kept() => Fixing.AssertFixesAsync(
        Both, "keep message", "var r = new SendMessageRequest { Recipient = _to, Message = new() { Text = _text } };");

    [Fact]
    public Task The_second_is_kept() => Fixing.AssertFixesAsync(
        Both, "keep sender_action", "var r = new SendMessageRequest { Recipient = _to, SenderAction = SenderAction.TypingOn };");

    [Fact]
    public Task All_the_others_are_removed() => Fixing.AssertFixesAsync(
        """
        var to = new Recipient
        {
            Id = "1",
            UserRef = "a", // from the plugin
            CommentId = "2_3",
        };
        """,
        "keep user_ref",
        """
        var to = new Recipient
        {
            UserRef = "a", // from the plugin
        };
        """);

    [Fact]
    public Task A_choice_inside_raw_JSON_is_left_to_its_author() => Fixing
        .In("""
            var a = new Attachment
            {
                Type = AttachmentType.Image,
                Payload = PageMessagesGen.RawJson.Parse("{\"url\":\"https://example.com/a.png\",\"attachment_id\":\"1\"}"),
            };
            """)
        .AssertOffersNothingAsync("PMG3006");
}
