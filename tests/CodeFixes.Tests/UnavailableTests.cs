using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

public sealed class UnavailableTests
{
    private const string Refused = "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.AccountUpdate };";

    [Fact]
    public Task A_value_that_is_good_everywhere_takes_its_place() =>
        Fixing.In(Refused).AssertOffersAsync("PMG3011", "Set Tag to MessageTag.HumanAgent");

    [Fact]
    public Task A_refused_value_is_replaced() => Fixing.AssertFixesAsync(
        Refused,
        "set tag: HUMAN_AGENT",
        "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };");

    [Fact]
    public Task All_refused_values_of_a_file_are_replaced() => Fixing.AssertFixesAsync(
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.ConfirmedEventUpdate };
        var b = a with { Tag = MessageTag.PostPurchaseUpdate };
        """,
        "set tag: HUMAN_AGENT",
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };
        var b = a with { Tag = MessageTag.HumanAgent };
        """);

    [Fact]
    public Task A_value_that_comes_from_elsewhere_is_left_to_its_author() => Fixing
        .In("""
            var tag = MessageTag.AccountUpdate;
            var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = tag };
            """)
        .AssertOffersNothingAsync("PMG3011");

    [Fact]
    public Task A_member_that_the_platform_does_not_have_is_taken_out() => Fixing.AssertFixesAsync(
        """
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new SendMessageRequest
        {
            Recipient = _to,
            MessagingType = MessagingType.Response,
            Message = _hello,
            NotificationType = NotificationType.SilentPush,
        });
        """,
        "remove notification_type",
        """
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new SendMessageRequest
        {
            Recipient = _to,
            MessagingType = MessagingType.Response,
            Message = _hello,
        });
        """);

    [Fact]
    public Task A_value_that_the_platform_does_not_have_is_replaced_by_one_that_every_platform_has() => Fixing
        .In("""
            PageMessagesClient client = null!;
            client.Instagram.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.MessageTag, Tag = MessageTag.CustomerFeedback, Message = _hello });
            """)
        .AssertOffersAsync("PMG3010", "Set Tag to MessageTag.HumanAgent");

    [Fact]
    public Task A_request_that_is_made_elsewhere_is_left_to_its_author() => Fixing
        .In("""
            PageMessagesClient client = null!;
            var request = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.Response, Message = _hello, NotificationType = NotificationType.SilentPush };
            client.Instagram.SendAsync(request);
            """)
        .AssertOffersNothingAsync("PMG3010");
}
