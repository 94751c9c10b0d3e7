using System.Net.Http.Headers;
using System.Text;
using Microsoft.Playwright;
using PageMessagesGen.Emulator;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

/// <summary>The inbox of a whole emulator.</summary>
public sealed class EmulatorTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_bot_is_called_and_answers()
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { Platform = "messenger" });
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.AccessToken);
        await OpenAsync(address: emulator.BaseAddress);

        await Page.GetByRole(AriaRole.Button, new() { NameString = "New customer" }).ClickAsync();
        await Page.GetByLabel("Name").FillAsync("Eero Lahti");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Add" }).ClickAsync();
        await Page.GetByLabel("Message from Eero Lahti").FillAsync("Do you have boots?");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Do you have boots?");
        await Expect(Page.Locator(".head .window")).ToContainTextAsync("Window open");
        var id = (await Page.Locator(".head .quiet").InnerTextAsync()).Split(" · ")[1];

        await PostAsync($$$$"""{"recipient":{"id":"{{{{id}}}}"},{{{{Demo.Sizes.Trim()}}}}}""");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Large" }).ClickAsync();
        await Expect(Page.Locator(".row.customer").Last).ToContainTextAsync("Large");

        await PostAsync($$$$"""{"recipient":{"id":"{{{{id}}}}"},"messaging_type":"RESPONSE","message":{"text":"{{{{new string('x', 2001)}}}}"}}""");
        await Expect(Page.Locator(".row.refused .fate")).ToContainTextAsync("Not delivered · length");

        await Page.Locator("#open-clock").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = "+8 days" }).ClickAsync();
        await Expect(Page.Locator(".head .window")).ToHaveTextAsync("Window closed");
        await PostAsync($$$$"""{"recipient":{"id":"{{{{id}}}}"},"messaging_type":"RESPONSE","message":{"text":"Are you still there?"}}""");
        await Expect(Page.Locator(".row.refused .fate").Last).ToContainTextAsync("window");

        async Task PostAsync(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("v26.0/me/messages", UriKind.Relative), content);
        }
    }
}
