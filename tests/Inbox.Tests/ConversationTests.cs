using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PageMessagesGen.Emulator.Inbox;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

public sealed class ConversationTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_conversation_is_shown_as_the_customer_sees_it()
    {
        Demo.Fill(Model);
        await OpenAsync();
        await ChooseAsync("Aino Korhonen");

        var rows = Page.Locator(".row");
        await Expect(rows.First).ToContainTextAsync("Hello! Do you have trail boots in my size?");
        await Expect(rows.First).ToHaveClassAsync(new Regex("customer"));
        await Expect(rows.Nth(1)).ToContainTextAsync("Good morning, Aino!");
        await Expect(Page.Locator(".row.page .author")).ToHaveTextAsync("Juho");
        await Expect(Page.Locator(".row.customer .reactions")).ToHaveTextAsync("❤️");
        await Expect(Page.GetByRole(AriaRole.Link, new() { NameString = "https://shop.example.com/boots", Exact = true })).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Expect(Page.Locator("#conversation")).ToHaveAttributeAsync("data-platform", "messenger");

        await ChooseAsync("Noor van Dijk");
        await Expect(Page.Locator("#conversation")).ToHaveAttributeAsync("data-platform", "instagram");
        await Expect(Page.Locator(".comment-card")).ToContainTextAsync("Do you ship to the Netherlands?");
        await Expect(Page.Locator(".quote")).ToContainTextAsync("Private reply to a comment");
    }

    [Fact]
    public async Task A_refused_message_is_shown_as_not_delivered_and_says_why()
    {
        Demo.Fill(Model);
        await OpenAsync();
        await ChooseAsync("Aino Korhonen");

        await Expect(Page.Locator(".row.refused .fate")).ToHaveTextAsync("Not delivered · length");
        await Page.Locator(".row.refused .info").ClickAsync();

        var pane = Page.Locator("#pane");
        await Expect(pane.Locator(".rules .broken")).ToContainTextAsync("must have at most 2000 characters");
        await Expect(pane.Locator(".rules .bent")).ToContainTextAsync("messaging_type");
        await Expect(pane.GetByRole(AriaRole.Link, new() { NameString = "length" })).ToHaveAttributeAsync("href", "/inbox/rules/length");
        await Expect(pane.Locator(".json").First).ToContainTextAsync("\"messaging_type\": \"RESPONSE\"");
        await Expect(pane.Locator(".json").Nth(1)).ToContainTextAsync("OAuthException");
    }

    [Fact]
    public async Task A_quick_reply_is_tapped_once_and_goes()
    {
        Model.Send(Aino, Demo.Sizes);
        await OpenAsync();
        var replies = Page.GetByRole(AriaRole.Group, new() { NameString = "Quick replies" });

        await Expect(replies.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Small", "Medium", "Large", "aino@example.com"]);
        await replies.GetByRole(AriaRole.Button, new() { NameString = "Medium" }).ClickAsync();

        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Medium");
        await Expect(replies).ToHaveCountAsync(0);
        Assert.Equal(("quick_reply", "Medium", "SIZE_M"), Only(a => (a.Action, a.Title, a.Payload)));
    }

    [Fact]
    public async Task Cards_scroll_sideways_and_their_buttons_can_be_tapped()
    {
        Model.Send(Aino, Demo.Cards);
        await OpenAsync();
        var cards = Page.GetByRole(AriaRole.Group, new() { NameString = "4 cards" });

        await Expect(cards.Locator(".card")).ToHaveCountAsync(4);
        Assert.True(await cards.EvaluateAsync<bool>("e => { e.scrollLeft = 5000; return e.scrollLeft > 100 }"));
        await Expect(cards.GetByRole(AriaRole.Link, new() { NameString = "See them" })).ToHaveAttributeAsync("href", "https://shop.example.com/boots");
        await cards.GetByRole(AriaRole.Button, new() { NameString = "Reserve" }).Last.ClickAsync();

        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Reserve");
        Assert.Equal(("postback", "Reserve", "RESERVE:CAP", "m_000001"), Only(a => (a.Action, a.Title, a.Payload, a.MessageId)));
    }

    [Fact]
    public async Task Every_template_can_be_read()
    {
        foreach (var other in Demo.Others)
            Model.Send(Aino, other);
        await OpenAsync(height: 4200);

        string[] texts = ["How would you like to continue?", "Total", "AUTUMN10", "Autumn picks", "uploaded as 1745504518999123", "1234567891", "How satisfied were you?", "Your name, address and phone number", "Weekly offers", "Your flight is late.", "A picture", "menu 2026.pdf", "Monday 23 November"];
        await Expect(Page.Locator(".row")).ToHaveCountAsync(texts.Length);
        for (var i = 0; i < texts.Length; i++)
            await Expect(Page.Locator(".row").Nth(i)).ToContainTextAsync(texts[i]);

        await Page.GetByRole(AriaRole.Button, new() { NameString = "Allow messages" }).ClickAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(texts.Length + 1);
        Assert.Equal(("opt_in", "OPTIN:WEEKLY", "Weekly offers from the shop"), Only(a => (a.Action, a.Payload, a.Title)));
    }

    [Fact]
    public async Task The_developer_plays_the_customer()
    {
        var sent = Model.Send(Aino, "\"message\":{\"text\":\"Hi\"}");
        Model.Set(state => state with { Webhook = new("http://localhost:5000/webhook", true) });
        await OpenAsync();

        await Page.GetByRole(AriaRole.Button, new() { NameString = $"React to no. {sent.Sequence}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "😮" }).ClickAsync();
        await Expect(Row(sent.Sequence).Locator(".reactions")).ToContainTextAsync("😮");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Take back" }).ClickAsync();
        await Expect(Row(sent.Sequence).Locator(".reactions")).ToHaveCountAsync(0);

        await OpenMoreAsync("Send a picture");
        await Page.GetByLabel("Address of the picture").FillAsync("https://cdn.example.com/shoe.jpg");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Send the picture" }).ClickAsync();
        await Expect(Page.Locator(".row.customer img")).ToHaveAttributeAsync("src", "https://cdn.example.com/shoe.jpg");

        await OpenMoreAsync("Comment on a post");
        await Page.GetByLabel("Comment", new() { Exact = true }).FillAsync("Nice!");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Comment", Exact = true }).ClickAsync();
        await Expect(Page.Locator(".comment-card")).ToContainTextAsync("Nice!");

        await OpenMoreAsync("Block the Page");
        await Expect(Page.Locator(".head .window")).ToHaveTextAsync("Has blocked the Page");

        Assert.Equal(["reaction", "unreaction", "picture", "comment", "block"], Model.Actions.Select(a => a.Action));
    }

    [Fact]
    public async Task The_webhook_deliveries_of_an_action_are_beside_it()
    {
        Model.Set(state => state with { Webhook = new("http://localhost:5000/webhook", true) });
        var written = Model.Write(Aino, "Hello");
        Model.Write(Aino, "Another");
        await OpenAsync();

        await Row(written.Sequence).Locator(".info").ClickAsync();
        await Expect(Page.Locator("#pane")).ToContainTextAsync("Nothing has been delivered for this yet.");
        Model.Deliver(Model.State.Webhook!, written, 500);
        Model.Deliver(Model.State.Webhook!, written);

        var deliveries = Page.Locator("#pane .log-list li");
        await Expect(deliveries).ToHaveCountAsync(2);
        await Expect(deliveries.First).ToContainTextAsync("500");
        await Expect(Page.Locator("#webhook-count")).ToHaveTextAsync("1");
        await deliveries.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Page.Locator("#pane")).ToContainTextAsync("<h1>oops</h1>");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Back" }).ClickAsync();
        await Expect(deliveries).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Typing_and_seen_come_and_go()
    {
        Model.Write(Aino, "Hello");
        await OpenAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(1);

        Model.Send(Aino, "\"sender_action\":\"mark_seen\"");
        await Expect(Page.Locator(".seen")).ToHaveTextAsync("Seen by the Page");
        Model.Send(Aino, "\"sender_action\":\"typing_on\"");
        await Expect(Page.Locator(".typing")).ToBeVisibleAsync();
        Model.Send(Aino, "\"message\":{\"text\":\"Hi\"}");
        await Expect(Page.Locator(".typing")).ToHaveCountAsync(0);
        Model.Receive(Aino, FakeModel.Event(Aino, "\"read\":{\"watermark\":9999999999999}"));
        await Expect(Page.Locator(".seen")).ToHaveTextAsync("Read by Aino Korhonen");

        await Expect(Page.Locator(".row")).ToHaveCountAsync(2);
        await Page.GetByLabel("Silent events").CheckAsync();
        await Expect(Page.Locator(".row")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task The_tools_change_the_emulator()
    {
        Model.Set(state => state with { Templates = [new("1", "visit", "en", "PENDING")] });
        await OpenAsync();

        await Page.Locator("#open-clock").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "+25 h" }).ClickAsync();
        await Expect(Page.Locator("#clock-now")).ToContainTextAsync("+25 h");
        await Expect(Page.Locator("#pane .windows li").First).ToContainTextAsync("Closed");

        await Page.Locator("#open-templates").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Approve visit" }).ClickAsync();
        await Expect(Page.Locator("#pane .status")).ToHaveTextAsync("APPROVED");

        await Page.Locator("#open-faults").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Server error 503" }).ClickAsync();
        await Expect(Page.Locator("#fault-count")).ToHaveTextAsync("1");
        await Page.GetByLabel("Script").FillAsync("{ \"faults\": [ { \"fault\": \"fire\" } ] }");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Apply" }).ClickAsync();
        await Expect(Page.Locator("#pane .error")).ToContainTextAsync("There is no such fault.");
        Assert.Equal("server_error", Assert.Single(Model.State.Faults).Name);
        Expected("status of 400");
    }

    [Fact]
    public async Task A_customer_is_added_and_writes()
    {
        await OpenAsync();

        await Page.GetByRole(AriaRole.Button, new() { NameString = "New customer" }).ClickAsync();
        await Page.GetByLabel("Name").FillAsync(" ");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Add" }).ClickAsync();
        await Expect(Page.Locator("dialog .error")).ToHaveTextAsync("A person needs a name.");
        Expected("status of 400");
        await Page.GetByLabel("Name").FillAsync("Eero Lahti");
        await Page.Locator("#person-platform").SelectOptionAsync("instagram");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Add" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { NameString = "Eero Lahti" })).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Message from Eero Lahti")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("Hei");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Send", Exact = true }).ClickAsync();

        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Hei");
    }

    [Fact]
    public async Task Earlier_messages_are_loaded_on_demand()
    {
        for (var i = 1; i <= 1100; i++)
            Model.Write(Aino, $"Message {i}");
        await OpenAsync();

        var rows = Page.Locator(".row");
        await Expect(rows.Last).ToContainTextAsync("Message 1100");
        await Expect(rows).ToHaveCountAsync(200);
        var earlier = Page.GetByRole(AriaRole.Button, new() { NameString = "Show earlier messages" });
        await earlier.ClickAsync();
        await Expect(rows).ToHaveCountAsync(400);
        await Expect(rows.First).ToContainTextAsync("Message 701");

        // The server has those that the page was not given at first.
        while (await rows.CountAsync() is < 1100 and var count)
        {
            await earlier.ClickAsync();
            await Expect(rows).Not.ToHaveCountAsync(count);
        }

        Assert.Equal(Enumerable.Range(1, 1100).Select(i => $"Message {i}"), await Page.Locator(".row .bubble").AllInnerTextsAsync());
        await Expect(earlier).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_conversation_of_long_ago_is_loaded_when_it_is_opened()
    {
        Model.Write(Mirja, "Long ago");
        for (var i = 1; i <= 1100; i++)
            Model.Write(Aino, "Hello");
        await OpenAsync();

        await ChooseAsync("Mirja Salmi");

        await Expect(Page.Locator(".row")).ToContainTextAsync("Long ago");
        await Expect(Page.GetByRole(AriaRole.Button, new() { NameString = "Show earlier messages" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_shows_the_same_conversation()
    {
        Demo.Fill(Model);
        await OpenAsync();
        await ChooseAsync("Noor van Dijk");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { NameString = "Noor van Dijk" })).ToBeVisibleAsync();

        await Page.ReloadAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { NameString = "Noor van Dijk" })).ToBeVisibleAsync();
    }

    private T Only<T>(Func<InboxAction, T> choose) => choose(Assert.Single(Model.Actions));

    private async Task OpenMoreAsync(string item)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameString = "More that the customer can do" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = item }).ClickAsync();
    }
}
