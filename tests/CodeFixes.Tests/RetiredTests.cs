using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

public sealed class RetiredTests
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
}
