using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A member, a value or an object that a platform does not have.</summary>
public sealed class PMG3010Tests
{
    private const string Web = """new WebUrlButton { Title = "Book", Url = "https://example.com" }""";

    private const string Person = "Set Tag to MessageTag.HumanAgent (only when a person writes this message)";

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

    private static string OnInstagram(string template) => $$"""
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Attachment = {{template}} } });
        """;
}
