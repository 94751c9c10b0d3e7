using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.CodeFixes.Tests.Support;
using PageMessagesGen.Generator;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A member that is missing.</summary>
public sealed class PMG3001Tests
{
    private const string Person = "Set Tag to MessageTag.HumanAgent (only when a person writes this message)";
    private const string News = "Set Tag to MessageTag.NonPromotionalSubscription (only when the Page is registered in the News Page Index)";
    private const string AsPerson = "one by one: set tag: HUMAN_AGENT";
    private const string AsResponse = "set messaging_type: RESPONSE";

    private const string WithoutTag = "var r = new SendMessageRequest { Recipient = _to, {|PMG3001:MessagingType = MessagingType.MessageTag|}, Message = _hello };";

    [Fact]
    public Task A_response_comes_first_and_a_person_last() => Fixing.In(WithoutTag).AssertOffersAsync(
        "PMG3001", "Set MessagingType to MessagingType.Response", "Remove MessagingType", "Set Tag to MessageTag.CustomerFeedback", Person, News);

    [Fact]
    public Task A_value_that_breaks_another_rule_is_not_offered() => Fixing
        .In("""var r = new SendMessageRequest { Recipient = _to, {|PMG3001:MessagingType = MessagingType.MessageTag|}, Message = new() { Text = "Hi" } };""")
        .AssertOffersAsync("PMG3001", "Set MessagingType to MessagingType.Response", "Remove MessagingType", Person, News);

    [Fact]
    public Task A_response_needs_no_tag() => Fixing.AssertFixesAsync(
        WithoutTag, AsResponse, "var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.Response, Message = _hello };");

    [Fact]
    public Task A_value_is_added_behind_the_others() => Fixing.AssertFixesOneByOneAsync(
        WithoutTag,
        AsPerson,
        "var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.MessageTag, Message = _hello, Tag = MessageTag.HumanAgent };");

    [Fact]
    public Task What_asks_for_it_is_removed_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        WithoutTag, "one by one: remove messaging_type", "var r = new SendMessageRequest { Recipient = _to, Message = _hello };");

    [Fact]
    public Task Lines_and_comments_stay() => Fixing.AssertFixesOneByOneAsync(
        """
        var r = new SendMessageRequest
        {
            Recipient = _to, // the customer
            {|PMG3001:MessagingType = MessagingType.MessageTag|},
            Message = _hello // their answer
        };
        """,
        AsPerson,
        """
        var r = new SendMessageRequest
        {
            Recipient = _to, // the customer
            MessagingType = MessagingType.MessageTag,
            Message = _hello, // their answer
            Tag = MessageTag.HumanAgent
        };
        """);

    [Fact]
    public Task A_comma_behind_the_last_member_stays_one() => Fixing.AssertFixesOneByOneAsync(
        """
        SendMessageRequest r = new()
        {
            Recipient = _to,
            // More than a day later.
            {|PMG3001:MessagingType = MessagingType.MessageTag|},
            Message = _hello,
        };
        """,
        AsPerson,
        """
        SendMessageRequest r = new()
        {
            Recipient = _to,
            // More than a day later.
            MessagingType = MessagingType.MessageTag,
            Message = _hello,
            Tag = MessageTag.HumanAgent,
        };
        """);

    [Fact]
    public Task A_with_gets_the_member() => Fixing.AssertFixesOneByOneAsync(
        """
        var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.Response };
        r = r with { {|PMG3001:MessagingType = MessagingType.MessageTag|} };
        """,
        AsPerson,
        """
        var r = new SendMessageRequest { Recipient = _to, Message = _hello, MessagingType = MessagingType.Response };
        r = r with { MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent };
        """);

    [Fact]
    public Task Every_request_of_a_file_is_fixed() => Fixing.AssertFixesAsync(
        """
        var r = new SendMessageRequest { Recipient = _to, {|PMG3001:MessagingType = MessagingType.MessageTag|}, Message = _hello };
        SendMessageRequest[] all = [new() { Recipient = _to, {|PMG3001:MessagingType = MessagingType.MessageTag|}, Message = _hello }, r];
        """,
        AsResponse,
        """
        var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.Response, Message = _hello };
        SendMessageRequest[] all = [new() { Recipient = _to, MessagingType = MessagingType.Response, Message = _hello }, r];
        """);

    [Fact]
    public Task A_name_that_is_taken_is_written_in_full() => Fixing
        .In("""
            var MessageTag = 1;
            var r = new SendMessageRequest { Recipient = _to, {|PMG3001:MessagingType = MessagingType.MessageTag|}, Message = new() { Text = "Hi" } };
            """)
        .AssertOffersAsync(
            "PMG3001",
            "Set MessagingType to MessagingType.Response",
            "Remove MessagingType",
            "Set Tag to global::PageMessages.MessageTag.HumanAgent (only when a person writes this message)",
            "Set Tag to global::PageMessages.MessageTag.NonPromotionalSubscription (only when the Page is registered in the News Page Index)");

    [Fact]
    public Task Texts_are_offered_only_if_an_empty_one_is_good() => Fixing.AssertFixesOneByOneAsync(
        """var q = new QuickReply { {|PMG3001:{|PMG3001:ContentType = QuickReplyContentType.Text|}|}, ImageUrl = "https://example.com/a.png" };""",
        "one by one: set title: ",
        """var q = new QuickReply { {|PMG3001:ContentType = QuickReplyContentType.Text|}, ImageUrl = "https://example.com/a.png", Title = "" };""");

    [Fact]
    public Task A_text_that_must_have_characters_is_not_made_up() =>
        Fixing.In("var q = new QuickReply { {|PMG3001:ContentType = QuickReplyContentType.Text|}, Payload = \"RED\" };").AssertOffersNothingAsync("PMG3001");

    [Fact]
    public Task Raw_JSON_is_left_to_its_author() => Fixing
        .In("var r = new SendMessageRequest { Recipient = _to, {|PMG3001:SenderAction = SenderAction.React|} };")
        .AssertOffersNothingAsync("PMG3001");

    [Fact]
    public Task Code_with_directives_is_left_to_its_author() => Fixing
        .In("""
            var r = new SendMessageRequest
            {
                Recipient = _to, Message = _hello,
            #if true
                {|PMG3001:MessagingType = MessagingType.MessageTag|},
            #endif
            };
            """)
        .AssertOffersNothingAsync("PMG3001");

    [Fact]
    public Task It_works_where_the_types_are_generated()
    {
        LongTests.Require();
        return new RequestFixTest(PageMessagesProject.Generating(Fixing.Body(WithoutTag)), new PageMessagesGenerator()).AssertFixesAsync(
            AsResponse,
            PageMessagesProject.Generating(Fixing.Body("var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.Response, Message = _hello };")));
    }

    private const string Survey = "var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.MessageTag, {|PMG3001:Tag = MessageTag.CustomerFeedback|}, Message = new() { Text = \"Hi\" } };";

    [Fact]
    public Task A_survey_is_not_made_up_but_its_tag_can_go() =>
        Fixing.In(Survey).AssertOffersAsync("PMG3001", "Set MessagingType to MessagingType.Response, remove Tag", Person);

    [Fact]
    public Task The_tag_of_a_survey_goes_only_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        Survey,
        "one by one: set messaging_type: RESPONSE, remove tag",
        "var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Text = \"Hi\" } };");

    [Fact]
    public Task A_person_can_send_it_instead() => Fixing.AssertFixesOneByOneAsync(
        Survey,
        AsPerson,
        "var r = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.MessageTag, Tag = MessageTag.HumanAgent, Message = new() { Text = \"Hi\" } };");
}
