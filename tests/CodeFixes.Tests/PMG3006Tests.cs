using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>More than one of members that exclude each other.</summary>
public sealed class PMG3006Tests
{
    private const string Both = "var r = new SendMessageRequest { Recipient = _to, {|PMG3001:Message = new() { Text = _text }|}, {|PMG3006:SenderAction = SenderAction.TypingOn|} };";

    [Fact]
    public Task Each_member_can_be_kept() =>
        Fixing.In(Both).AssertOffersAsync("PMG3006", "Keep Message, remove SenderAction", "Keep SenderAction, remove Message");

    [Fact]
    public Task The_first_is_kept_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        Both, "one by one: keep message", "var r = new SendMessageRequest { Recipient = _to, {|PMG3001:Message = new() { Text = _text }|} };");

    [Fact]
    public Task The_second_is_kept_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        Both, "one by one: keep sender_action", "var r = new SendMessageRequest { Recipient = _to, SenderAction = SenderAction.TypingOn };");

    [Fact]
    public Task All_the_others_are_removed_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        """
        var to = new Recipient
        {
            Id = "1",
            {|PMG3006:UserRef = "a"|}, // from the plugin
            CommentId = "2_3",
        };
        """,
        "one by one: keep user_ref",
        """
        var to = new Recipient
        {
            UserRef = "a", // from the plugin
        };
        """);

    [Theory]
    [InlineData("text", "Text = \"Hello\"")]
    [InlineData("attachment", "Attachment = new ImageAttachment { AttachmentId = \"1\" }")]
    public Task Neither_a_text_nor_an_attachment_is_taken_away_unseen(string kept, string member) => Fixing.AssertFixesOneByOneAsync(
        """
        var m = new Message { Text = "Hello", {|PMG3006:Attachment = new ImageAttachment { AttachmentId = "1" }|} };
        """,
        $"one by one: keep {kept}",
        $$"""
        var m = new Message { {{member}} };
        """);

    [Fact]
    public Task A_choice_between_two_sources_is_left_to_its_author() => Fixing.AssertFixesOneByOneAsync(
        """
        var a = new ImageAttachment { Url = "https://example.com/a.png", {|PMG3006:AttachmentId = "1"|} };
        """,
        "one by one: keep url",
        """
        var a = new ImageAttachment { Url = "https://example.com/a.png" };
        """);
}
