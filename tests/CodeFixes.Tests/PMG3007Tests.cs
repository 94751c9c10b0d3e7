using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A text that is too long.</summary>
public sealed class PMG3007Tests
{
    // 81 characters, of which one takes two chars.
    private const string Title = "Lunch today: pizza 🍕 with tomatoes, olives and basil, a salad, tiramisu and coffee";
    private const string Shorter = "Lunch today: pizza 🍕 with tomatoes, olives and basil, a salad, tiramisu and…";

    private static readonly string Long = Card($$"""{|PMG3007:Title = "{{Title}}"|}""");

    [Fact]
    public Task A_text_can_be_shortened() => Fixing.In(Long).AssertOffersAsync("PMG3007", "Shorten Title to its first 75 characters");

    [Fact]
    public Task It_is_shortened_to_whole_words_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        Long, "one by one: shorten title", Card($"Title = \"{Shorter}\""));

    [Theory]
    [InlineData("\"When do \" + \"you open tomorrow?\"")]
    [InlineData("@\"When do you open tomorrow?\"")]
    [InlineData("\"\"\"When do you open tomorrow?\"\"\"")]
    public Task Literals_of_each_kind_are_shortened(string text) => Fixing.AssertFixesOneByOneAsync(
        $$"""var b = new PostbackButton { {|PMG3007:Title = {{text}}|}, /* hours */ Payload = "1" };""",
        "one by one: shorten title",
        """var b = new PostbackButton { Title = "When do you open…", /* hours */ Payload = "1" };""");

    [Theory]
    [InlineData("\"Datenschutzbestimmungen lesen\"")]
    [InlineData("\"{ \\\"title\\\": \\\"Opening hours\\\" }\"")]
    [InlineData("new string('a', 21)")]
    [InlineData("Long")]
    [InlineData("\"When do you\" /* really */ + \" open tomorrow?\"")]
    public Task What_has_no_words_or_comes_from_elsewhere_is_left_to_its_author(string text) => Fixing
        .In($$"""
            const string Long = "When do you open tomorrow?";
            var b = new PostbackButton { {|PMG3007:Title = {{text}}|}, Payload = "1" };
            """)
        .AssertOffersNothingAsync("PMG3007");

    [Fact]
    public Task Bytes_are_counted_where_the_platform_counts_bytes() => Fixing.AssertFixesOneByOneAsync(
        $$"""
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { {|PMG3007:Text = "{{Times("🍕🍕🍕 ", 77)}}"|} } });
        """,
        "one by one: shorten text",
        $$"""
        PageMessagesClient client = null!;
        client.Instagram.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Text = "{{Times("🍕🍕🍕 ", 75)}}🍕🍕🍕…" } });
        """);

    [Fact]
    public Task An_empty_text_is_no_content() => Fixing.AssertFixesAsync(
        """var m = new Message { {|PMG3007:Text = ""|}, {|PMG3006:Attachment = new ImageAttachment { AttachmentId = "1" }|} };""",
        "remove text",
        """var m = new Message { Attachment = new ImageAttachment { AttachmentId = "1" } };""");

    [Fact]
    public Task An_empty_text_that_is_required_is_left_to_its_author() =>
        Fixing.In("""var b = new PostbackButton { {|PMG3007:Title = ""|}, Payload = "1" };""").AssertOffersNothingAsync("PMG3007");

    private static string Card(string title) => $$"""var card = new GenericElement { {{title}}, Subtitle = "From 11:30" };""";

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
