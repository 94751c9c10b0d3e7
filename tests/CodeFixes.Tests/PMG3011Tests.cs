using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A value that is refused.</summary>
public sealed class PMG3011Tests
{
    private const string Refused = "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, {|PMG3011:Tag = MessageTag.AccountUpdate|} };";

    private const string Person = "Set Tag to MessageTag.HumanAgent (only when a person writes this message)";
    private const string AsPerson = "one by one: set tag: HUMAN_AGENT";
    private const string AsResponse = "set messaging_type: RESPONSE, remove tag";

    [Fact]
    public Task A_response_without_a_tag_comes_first_and_a_person_last() =>
        Fixing.In(Refused).AssertOffersAsync("PMG3011", "Set MessagingType to MessagingType.Response, remove Tag", Person);

    [Fact]
    public Task A_refused_tag_is_dropped() => Fixing.AssertFixesAsync(
        Refused, AsResponse, "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.Response };");

    [Fact]
    public Task One_of_many_values_is_for_the_author_to_choose() =>
        Fixing.In("var q = new QuickReply { {|PMG3011:ContentType = QuickReplyContentType.Location|} };").AssertOffersNothingAsync("PMG3011");

    [Fact]
    public Task In_a_with_the_tag_of_the_base_does_not_take_its_place() => Fixing.AssertFixesAsync(
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };
        var b = a with { {|PMG3011:Tag = MessageTag.PostPurchaseUpdate|} };
        """,
        AsResponse,
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };
        var b = a with { Tag = null, MessagingType = MessagingType.Response };
        """);

    [Fact]
    public Task In_a_with_the_base_value_comes_back_only_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };
        var b = a with { {|PMG3011:Tag = MessageTag.PostPurchaseUpdate|} };
        """,
        "one by one: remove tag",
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };
        var b = a with { };
        """);

    [Theory]
    [InlineData("{|PMG3001:{|PMG3011:Tag = MessageTag.AccountUpdate|}|}")]
    [InlineData("{|PMG3003:MessagingType = MessagingType.Response|}, {|PMG3011:Tag = MessageTag.AccountUpdate|}")]
    [InlineData("{|PMG3003:MessagingType = MessagingType.Update|}, {|PMG3011:Tag = MessageTag.AccountUpdate|}")]
    public Task A_response_comes_first_whatever_the_type_was(string members) => Fixing
        .In($"var r = new SendMessageRequest {{ Recipient = _to, Message = _hello, {members} }};")
        .AssertOffersAsync("PMG3011", "Set MessagingType to MessagingType.Response, remove Tag", "Remove Tag", Person);

    [Theory]
    [InlineData("MessagingType? type = isLate ? MessagingType.MessageTag : MessagingType.Response;")]
    [InlineData("var type = Read();")]
    public async Task A_type_that_is_found_out_at_run_time_is_not_replaced_unseen(string declaration)
    {
        string Create(string members) => $$"""
            bool isLate = _text.Length > 1;
            MessagingType Read() => default;
            {{declaration}}
            var r = new SendMessageRequest { Recipient = _to, Message = _hello, {{members}} };
            """;
        var refused = Create("MessagingType = type, {|PMG3011:Tag = MessageTag.AccountUpdate|}");

        await Fixing.In(refused).AssertOffersAsync("PMG3011", "Set MessagingType to MessagingType.Response, remove Tag", "Remove Tag", Person);
        await Fixing.AssertFixesOneByOneAsync(refused, $"one by one: {AsResponse}", Create("MessagingType = MessagingType.Response"));
        await Fixing.AssertFixesOneByOneAsync(refused, "one by one: remove tag", Create("MessagingType = type"));
        await Fixing.AssertFixesOneByOneAsync(refused, AsPerson, Create("MessagingType = type, Tag = MessageTag.HumanAgent"));
    }

    [Fact]
    public Task A_refused_value_is_replaced() => Fixing.AssertFixesOneByOneAsync(
        Refused,
        AsPerson,
        "var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };");

    [Fact]
    public Task All_refused_tags_of_a_file_are_dropped() => Fixing.AssertFixesAsync(
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, {|PMG3011:Tag = MessageTag.ConfirmedEventUpdate|} };
        var b = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, {|PMG3011:Tag = MessageTag.PostPurchaseUpdate|} };
        """,
        AsResponse,
        """
        var a = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.Response };
        var b = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.Response };
        """);

    [Fact]
    public Task A_value_that_comes_from_elsewhere_is_left_to_its_author() => Fixing
        .In("""
            var tag = MessageTag.AccountUpdate;
            var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.MessageTag, {|PMG3011:Tag = tag|} };
            """)
        .AssertOffersNothingAsync("PMG3011");
}
