using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A member that is not allowed.</summary>
public sealed class PMG3002Tests
{
    [Fact]
    public Task The_member_is_removed() => Fixing.AssertFixesAsync(
        "var r = new SendMessageRequest { Recipient = _to, SenderAction = SenderAction.TypingOn, {|PMG3002:NotificationType = NotificationType.NoPush|} };",
        "remove notification_type",
        "var r = new SendMessageRequest { Recipient = _to, SenderAction = SenderAction.TypingOn };");

    [Fact]
    public Task The_only_member_leaves_its_braces() => Fixing.AssertFixesOneByOneAsync(
        """
        var r = new SendMessageRequest { Recipient = _to, SenderAction = SenderAction.TypingOn };
        r = r with
        {
            {|PMG3002:NotificationType = NotificationType.NoPush|},
        };
        """,
        "one by one: remove notification_type",
        """
        var r = new SendMessageRequest { Recipient = _to, SenderAction = SenderAction.TypingOn };
        r = r with
        {
        };
        """);

    [Fact]
    public Task Its_line_goes_with_it() => Fixing.AssertFixesAsync(
        """
        var r = new SendMessageRequest
        {
            Recipient = _to, // the customer
            // Quietly.
            {|PMG3002:NotificationType = NotificationType.NoPush|}, // at night
            SenderAction = SenderAction.TypingOn,
        };
        """,
        "remove notification_type",
        """
        var r = new SendMessageRequest
        {
            Recipient = _to, // the customer
            SenderAction = SenderAction.TypingOn,
        };
        """);

    [Fact]
    public Task The_last_line_goes_with_its_comma() => Fixing.AssertFixesAsync(
        """
        var r = new SendMessageRequest
        {
            Recipient = _to,
            SenderAction = SenderAction.TypingOn, // soon
            {|PMG3002:NotificationType = NotificationType.NoPush|}
        };
        """,
        "remove notification_type",
        """
        var r = new SendMessageRequest
        {
            Recipient = _to,
            SenderAction = SenderAction.TypingOn // soon
        };
        """);

    [Fact]
    public Task A_member_that_was_set_elsewhere_is_left_to_its_author() => Fixing
        .In("""
            var r = new SendMessageRequest { Recipient = _to, Message = _hello, NotificationType = NotificationType.NoPush };
            r = r {|PMG3002:with|} { Message = null, SenderAction = SenderAction.TypingOn };
            """)
        .AssertOffersNothingAsync("PMG3002");

    [Fact]
    public Task What_a_platform_does_not_have_is_removed_where_it_is_sent() => Fixing.AssertFixesOneByOneAsync(
        """
        async System.Threading.Tasks.Task Send(PageMessagesClient client) => await client.Instagram.SendAsync(new()
        {
            Recipient = _to,
            {|PMG3001:Message = new() { Text = "Which?", QuickReplies = [new() { ContentType = QuickReplyContentType.Text, Title = "This", Payload = "1", {|PMG3002:ImageUrl = "https://example.com/1.png"|} }] }|},
        });
        """,
        "one by one: remove image_url",
        """
        async System.Threading.Tasks.Task Send(PageMessagesClient client) => await client.Instagram.SendAsync(new()
        {
            Recipient = _to,
            {|PMG3001:Message = new() { Text = "Which?", QuickReplies = [new() { ContentType = QuickReplyContentType.Text, Title = "This", Payload = "1" }] }|},
        });
        """);
}
