using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A value that is not allowed.</summary>
public sealed class PMG3003Tests
{
    private const string WrongType = "var r = new SendMessageRequest { Recipient = _to, Message = _hello, {|PMG3003:MessagingType = MessagingType.Response|}, Tag = MessageTag.HumanAgent };";

    [Fact]
    public Task The_value_can_be_put_right_or_what_forbids_it_can_go() =>
        Fixing.In(WrongType).AssertOffersAsync("PMG3003", "Set MessagingType to MessagingType.MessageTag", "Remove Tag");

    [Fact]
    public Task The_value_is_put_right() => Fixing.AssertFixesAsync(
        WrongType,
        "set messaging_type: MESSAGE_TAG",
        "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };");

    [Fact]
    public Task What_forbids_it_is_removed() => Fixing.AssertFixesAsync(
        WrongType,
        "remove tag",
        "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.Response };");

    [Fact]
    public Task Comments_around_the_value_stay() => Fixing.AssertFixesAsync(
        """
        var r = new SendMessageRequest
        {
            Recipient = _to, Message = _hello, Tag = MessageTag.HumanAgent,
            {|PMG3003:MessagingType = /* why */ MessagingType.Response|} // an answer
        };
        """,
        "set messaging_type: MESSAGE_TAG",
        """
        var r = new SendMessageRequest
        {
            Recipient = _to, Message = _hello, Tag = MessageTag.HumanAgent,
            MessagingType = /* why */ MessagingType.MessageTag // an answer
        };
        """);
}
