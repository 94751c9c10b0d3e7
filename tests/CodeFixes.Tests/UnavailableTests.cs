using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

public sealed class UnavailableTests
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

    [Fact]
    public Task A_member_that_the_platform_does_not_have_is_taken_out() => Fixing.AssertFixesAsync(
        """
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new SendMessageRequest
        {
            Recipient = _to,
            MessagingType = MessagingType.Response,
            Message = _hello,
            {|PMG3010:NotificationType = NotificationType.SilentPush|},
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
    public Task A_value_that_the_platform_does_not_have_is_dropped_or_replaced_by_one_that_every_platform_has() => Fixing
        .In("""
            PageMessagesClient client = null!;
            client.Instagram.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.MessageTag, {|PMG3010:Tag = MessageTag.CustomerFeedback|}, Message = _hello });
            """)
        .AssertOffersAsync("PMG3010", "Set MessagingType to MessagingType.Response, remove Tag", Person);

    [Fact]
    public Task A_request_that_is_made_elsewhere_is_left_to_its_author() => Fixing
        .In("""
            PageMessagesClient client = null!;
            var request = new SendMessageRequest { Recipient = _to, MessagingType = MessagingType.Response, Message = _hello, NotificationType = NotificationType.SilentPush };
            client.Instagram.SendAsync({|PMG3010:request|});
            """)
        .AssertOffersNothingAsync("PMG3010");

    private const string Web = """new WebUrlButton { Title = "Book", Url = "https://example.com" }""";

    private static string OnInstagram(string template) => $$"""
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Attachment = {{template}} } });
        """;

    [Fact]
    public Task A_button_that_the_platform_does_not_have_is_removed_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        OnInstagram($$"""new ButtonTemplate { Text = _text, Buttons = [{{Web}}, new {|PMG3010:PhoneNumberButton|} { Title = "Call", Payload = "+12025550123" }] }"""),
        "one by one: remove an element PhoneNumberButton",
        OnInstagram($$"""new ButtonTemplate { Text = _text, Buttons = [{{Web}}] }"""));

    [Fact]
    public Task The_button_is_named() => Fixing
        .In(OnInstagram($$"""new ButtonTemplate { Text = _text, Buttons = [new {|PMG3010:PhoneNumberButton|} { Title = "Call", Payload = "+12025550123" }, {{Web}}] }"""))
        .AssertOffersAsync("PMG3010", "Remove the PhoneNumberButton");

    [Fact]
    public Task A_card_can_do_without_its_only_button() => Fixing.AssertFixesOneByOneAsync(
        OnInstagram("""new GenericTemplate { Elements = [new() { Title = "Menu", Subtitle = "Pizza", Buttons = [new {|PMG3010:PhoneNumberButton|} { Title = "Call", Payload = "+12025550123" }] }] }"""),
        "one by one: remove the only element of Buttons",
        OnInstagram("""new GenericTemplate { Elements = [new() { Title = "Menu", Subtitle = "Pizza" }] }"""));

    [Fact]
    public Task The_only_button_of_a_template_is_left_to_its_author() => Fixing
        .In(OnInstagram("""new ButtonTemplate { Text = _text, Buttons = [new {|PMG3010:PhoneNumberButton|} { Title = "Call", Payload = "+12025550123" }] }"""))
        .AssertOffersNothingAsync("PMG3010");
}
