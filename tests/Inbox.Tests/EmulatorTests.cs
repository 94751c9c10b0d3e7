using System.Net.Http.Headers;
using System.Text;
using Microsoft.Playwright;
using PageMessagesGen.Emulator;
using PageMessagesGen.Emulator.Tests.Webhooks;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

/// <summary>The inbox of a whole emulator.</summary>
public sealed class EmulatorTests(Browser browser) : BrowserTest(browser)
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task A_bot_is_called_and_answers()
    {
        await using var emulator = await StartAsync(new() { Platform = "messenger" });
        var id = await AddCustomerAsync();
        await WriteAsync("Do you have boots?");
        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Do you have boots?");
        await Expect(Page.Locator(".head .window")).ToContainTextAsync("Window open");

        await PostAsync("messages", $$$"""{"recipient":{"id":"{{{id}}}"},{{{Demo.Sizes.Trim()}}}}""");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Large" }).ClickAsync();
        await Expect(Page.Locator(".row.customer").Last).ToContainTextAsync("Large");

        await SendAsync(id, new string('x', 2001));
        await Expect(Page.Locator(".row.refused .fate")).ToContainTextAsync("Not delivered · length");

        await Page.Locator("#open-clock").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "+8 days" }).ClickAsync();
        await Expect(Page.Locator(".head .window")).ToHaveTextAsync("Window closed");
        await SendAsync(id, "Are you still there?");
        await Expect(Page.Locator(".row.refused .fate").Last).ToContainTextAsync("window");
    }

    [Fact]
    public async Task The_webhook_of_a_bot_is_told_what_the_customer_does()
    {
        await using var webhook = await WebhookListener.StartAsync();
        await using var emulator = await StartAsync(new() { Platform = "messenger", Webhook = webhook.Options() });
        await AddCustomerAsync();
        await WriteAsync("Hello");

        await Page.Locator(".row.customer .info").ClickAsync();
        await Expect(Page.Locator("#pane .log-list .status")).ToHaveTextAsync("200");
        Assert.Equal(["Hello"], webhook.Posts.SelectMany(post => post.Texts));

        await Page.Locator("#open-webhooks").ClickAsync();
        await Expect(Page.Locator("#pane .address")).ToContainTextAsync("Verified");
        await Expect(Page.Locator("#pane .log-list li").Last).ToContainTextAsync("Verification");

        await Page.Locator(".plus").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Comment on a post" }).ClickAsync();
        await Page.GetByLabel("Comment", new() { Exact = true }).FillAsync("Is it open on Sunday?");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".comment-card")).ToContainTextAsync("Is it open on Sunday?");
        await Page.Locator(".row.comment .info").ClickAsync();
        await Expect(Page.Locator("#pane .log-list .status")).ToHaveTextAsync("200");

        var comment = webhook.Posts[^1].Json["entry"]![0]!["changes"]![0]!["value"]!["comment_id"]!.GetValue<string>();
        await PostAsync("messages", $$$"""{"recipient":{"comment_id":"{{{comment}}}"},"messaging_type":"RESPONSE","message":{"text":"It is."}}""");
        await Expect(Page.Locator(".row.page .quote")).ToContainTextAsync("Is it open on Sunday?");
    }

    [Fact]
    public async Task What_the_Page_prepares_is_in_the_inbox()
    {
        await using var emulator = await StartAsync(new() { Platform = "messenger" });
        var id = await AddCustomerAsync();

        await PostAsync("messenger_profile", """{"get_started":{"payload":"START"},"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"Talk to a person","payload":"CARE"}]}]}""");
        await Expect(Page.Locator("#open-calls")).ToBeVisibleAsync();
        await Page.Locator("#open-calls").ClickAsync();
        await Expect(Page.Locator("#pane .log-list li")).ToHaveCountAsync(1);
        await Page.Locator(".plus").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Talk to a person" }).ClickAsync();
        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Talk to a person");
        await Page.Locator(".plus").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Get started" }).ClickAsync();
        await Expect(Page.Locator(".row.customer")).ToHaveCountAsync(2);

        var persona = await PostAsync("personas", """{"name":"Juho","profile_picture_url":"https://cdn.example.com/juho.png"}""");
        await PostAsync("messages", $$$"""{"recipient":{"id":"{{{id}}}"},"messaging_type":"RESPONSE","persona_id":"{{{persona.Split('"')[3]}}}","message":{"text":"Juho here."}}""");
        await Expect(Page.Locator(".row.page .author")).ToHaveTextAsync("Juho");

        await PostAsync("message_templates", """{"name":"visit_reminder","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"See you soon."}]}""");
        await Expect(Page.Locator("#template-count")).ToHaveTextAsync("1");
        await Page.Locator("#open-templates").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Approve visit_reminder" }).ClickAsync();
        await Expect(Page.Locator("#template-count")).ToBeHiddenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<GraphEmulator> StartAsync(GraphEmulatorOptions options)
    {
        var emulator = await GraphEmulator.StartAsync(options);
        _http.BaseAddress = emulator.BaseAddress;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.AccessToken);
        await OpenAsync(address: emulator.BaseAddress);
        return emulator;
    }

    // The id stands below the name.
    private async Task<string> AddCustomerAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { NameString = "New customer" }).ClickAsync();
        await Page.GetByLabel("Name").FillAsync("Eero Lahti");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Add" }).ClickAsync();
        await Expect(Page.GetByLabel("Message from Eero Lahti")).ToBeVisibleAsync();
        return (await Page.Locator(".head .quiet").InnerTextAsync()).Split(" · ")[1];
    }

    private async Task WriteAsync(string text)
    {
        await Page.GetByLabel("Message from Eero Lahti").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".row.customer")).ToContainTextAsync(text);
    }

    private Task<string> SendAsync(string id, string text) =>
        PostAsync("messages", $$$"""{"recipient":{"id":"{{{id}}}"},"messaging_type":"RESPONSE","message":{"text":"{{{text}}}"}}""");

    private async Task<string> PostAsync(string edge, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"v26.0/me/{edge}", UriKind.Relative), content);
        return await response.Content.ReadAsStringAsync();
    }
}
