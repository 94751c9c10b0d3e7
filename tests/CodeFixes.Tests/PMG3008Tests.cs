using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.CodeFixes.Tests.Support;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A list with too many elements, or too few.</summary>
public sealed class PMG3008Tests
{
    private const string Buttons = """
        var a = new PostbackButton { Title = "A", Payload = "a" };

        """;

    private const string Template = Buttons + """
        var t = new ButtonTemplate { Text = _text, {|PMG3008:Buttons = [a, a, a, new PostbackButton { Title = "B", Payload = "b" }]|} };
        """;

    private const string Card = Buttons + """
        var t = new GenericTemplate { Elements = [new() { Title = "Menu", {|PMG3008:Buttons = [a, a, a, new PostbackButton { Title = "B", Payload = "b" }]|} }] };
        """;

    [Fact]
    public Task A_template_has_no_place_for_the_others() => Fixing.In(Template).AssertOffersAsync("PMG3008", "Keep the first 3 of Buttons, remove the last 1");

    [Fact]
    public Task The_others_move_to_another_card_or_go() => Fixing.In(Card).AssertOffersAsync(
        "PMG3008", "Move the last 1 of Buttons to a copy of the GenericElement", "Keep the first 3 of Buttons, remove the last 1");

    [Fact]
    public Task A_button_is_removed_only_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        Template,
        "one by one: shorten buttons",
        Buttons + """
        var t = new ButtonTemplate { Text = _text, Buttons = [a, a, a] };
        """);

    [Fact]
    public Task A_second_card_has_all_that_the_first_has() => Fixing.AssertFixesOneByOneAsync(
        Card,
        "one by one: split buttons",
        Buttons + """
        var t = new GenericTemplate { Elements = [new() { Title = "Menu", Buttons = [a, a, a] }, new() { Title = "Menu", Buttons = [new PostbackButton { Title = "B", Payload = "b" }] }] };
        """);

    [Fact]
    public Task Lines_and_comments_of_cards_stay() => Fixing.AssertFixesOneByOneAsync(
        Buttons + """
        var t = new GenericTemplate
        {
            Elements =
            [
                new GenericElement
                {
                    Title = "Menu", // of today
                    {|PMG3008:Buttons|} =
                    [
                        a, // first
                        a,
                        a, // third
                        a, // fourth
                    ],
                },
                new GenericElement { Title = "Drinks", Subtitle = "Juice" }, // last
            ],
        };
        """,
        "one by one: split buttons",
        Buttons + """
        var t = new GenericTemplate
        {
            Elements =
            [
                new GenericElement
                {
                    Title = "Menu", // of today
                    Buttons =
                    [
                        a, // first
                        a,
                        a, // third
                    ],
                },
                new GenericElement
                {
                    Title = "Menu", // of today
                    Buttons =
                    [
                        a, // fourth
                    ],
                },
                new GenericElement { Title = "Drinks", Subtitle = "Juice" }, // last
            ],
        };
        """);

    [Theory]
    [InlineData("new Button[] { a, a, a, a, a, a, a }", "new Button[] { a, a, a }", "new Button[] { a }")]
    [InlineData("new[] { a, a, a, a, a, a, a }", "new[] { a, a, a }", "new[] { a }")]
    [InlineData("new List<Button> { a, a, a, a, a, a, a }", "new List<Button> { a, a, a }", "new List<Button> { a }")]
    public Task As_many_cards_as_necessary_are_made(string all, string full, string rest) => Fixing.AssertFixesOneByOneAsync(
        Buttons + $$"""
        var cards = new[] { new GenericElement { Title = "Menu", {|PMG3008:Buttons = {{all}}|} } };
        """,
        "one by one: split buttons",
        Buttons + $$"""
        var cards = new[] { new GenericElement { Title = "Menu", Buttons = {{full}} }, new GenericElement { Title = "Menu", Buttons = {{full}} }, new GenericElement { Title = "Menu", Buttons = {{rest}} } };
        """);

    [Fact]
    public Task The_others_are_sent_with_a_second_message() => Fixing.AssertFixesOneByOneAsync(
        Call("""
            // Ask.
            await client.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Text = "Which?", {|PMG3008:QuickReplies = [q, q, q, q, q, q, q, q, q, q, q, q, q, q]|} } }).ConfigureAwait(false); // 14
            return;
            """),
        "one by one: repeat with quick_replies",
        Call("""
            // Ask.
            await client.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Text = "Which?", QuickReplies = [q, q, q, q, q, q, q, q, q, q, q, q, q] } }).ConfigureAwait(false); // 14
            await client.SendAsync(new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Text = "Which?", QuickReplies = [q] } }).ConfigureAwait(false);
            return;
            """));

    [Fact]
    public Task So_they_are_in_a_program()
    {
        static GeneratorInput Program(string calls) => PageMessagesProject.Referring($$"""
            using PageMessages;

            PageMessagesClient client = null!;
            var to = new Recipient { Id = "1" };
            var b = new PostbackButton { Title = "This", Payload = "1" };
            {{calls}}
            """);
        var test = new RequestFixTest(Program("""
            await client.SendAsync(new() { Recipient = to, MessagingType = MessagingType.Response, Message = new() { Attachment = new ButtonTemplate { Text = "Which?", {|PMG3008:Buttons = [b, b, b, b]|} } } });
            """));
        test.SolutionTransforms.Add((solution, id) =>
            solution.WithProjectCompilationOptions(id, solution.GetProject(id)!.CompilationOptions!.WithOutputKind(OutputKind.ConsoleApplication)));

        return test.AssertFixesOneByOneAsync("one by one: repeat with buttons", Program("""
            await client.SendAsync(new() { Recipient = to, MessagingType = MessagingType.Response, Message = new() { Attachment = new ButtonTemplate { Text = "Which?", Buttons = [b, b, b] } } });
            await client.SendAsync(new() { Recipient = to, MessagingType = MessagingType.Response, Message = new() { Attachment = new ButtonTemplate { Text = "Which?", Buttons = [b] } } });

            """.TrimEnd(' ')));
    }

    [Theory]
    [InlineData("var sent = await client.SendAsync(", "\"Which?\"")]
    [InlineData("if (_text.Length == 5) await client.SendAsync(", "\"Which?\"")]
    [InlineData("System.Func<System.Threading.Tasks.Task> send = () => client.SendAsync(", "\"Which?\"")]
    [InlineData("await client.SendAsync(", "Ask()")]
    public Task A_call_is_not_repeated_if_its_result_is_used_or_its_argument_is_computed(string call, string text) => Fixing
        .In(Call($$"""
            string Ask() => "Which?";
            {{call}}new() { Recipient = _to, MessagingType = MessagingType.Response, Message = new() { Text = {{text}}, {|PMG3008:QuickReplies = [q, q, q, q, q, q, q, q, q, q, q, q, q, q]|} } });
            """))
        .AssertOffersAsync("PMG3008", "Keep the first 13 of QuickReplies, remove the last 1");

    [Fact]
    public Task What_is_computed_is_not_computed_twice() => Fixing
        .In(Buttons + """
            string Next() => "Menu";
            var t = new GenericTemplate { Elements = [new() { Title = Next(), {|PMG3008:Buttons = [a, a, a, a]|} }] };
            """)
        .AssertOffersAsync("PMG3008", "Keep the first 3 of Buttons, remove the last 1");

    [Fact]
    public Task An_eleventh_card_is_not_made() => Fixing
        .In(Buttons + """
            var card = new GenericElement { Title = "Menu", Subtitle = "Pizza" };
            var t = new GenericTemplate { Elements = [card, card, card, card, card, card, card, card, card, new() { Title = "Menu", {|PMG3008:Buttons = [a, a, a, a]|} }] };
            """)
        .AssertOffersAsync("PMG3008", "Keep the first 3 of Buttons, remove the last 1");

    [Fact]
    public Task A_second_screen_is_not_made_where_only_one_is_possible() => Fixing
        .In("""
            var q = new FeedbackQuestion { Id = "q", Type = FeedbackQuestionType.Csat };
            var t = new CustomerFeedbackTemplate { Title = "a", Subtitle = "b", ButtonTitle = "c", FeedbackScreens = [new() { {|PMG3008:Questions = [q, q]|} }], BusinessPrivacy = new() { Url = "https://example.com" } };
            """)
        .AssertOffersAsync("PMG3008", "Keep the first 1 of Questions, remove the last 1");

    [Fact]
    public Task An_empty_list_is_no_content() => Fixing.AssertFixesAsync(
        """var m = new Message { Text = "Hello", {|PMG3008:QuickReplies = []|} };""",
        "remove quick_replies",
        """var m = new Message { Text = "Hello" };""");

    [Fact]
    public Task An_empty_list_that_is_required_stays() =>
        Fixing.In("var t = new ButtonTemplate { Text = _text, {|PMG3008:Buttons = []|} };").AssertOffersNothingAsync("PMG3008");

    [Theory]
    [InlineData("[..all, a, a, a, a]")]
    [InlineData("all")]
    public Task Elements_from_elsewhere_are_left_to_their_author(string list) => Fixing
        .In(Buttons + $$"""
            Button[] all = [a, a, a, a];
            var t = new ButtonTemplate { Text = _text, {|PMG3008:Buttons = {{list}}|} };
            """)
        .AssertOffersNothingAsync("PMG3008");

    private static string Call(string statements) => $$"""
        async System.Threading.Tasks.Task Send(PageMessagesClient client)
        {
            var q = new QuickReply { ContentType = QuickReplyContentType.Text, Title = "This", Payload = "1" };
            {{statements.Replace("\n", "\n    ", System.StringComparison.Ordinal)}}
        }
        """;
}
