using Microsoft.Playwright;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

/// <summary>Pictures for people to look at, in <c>artifacts/inbox</c>. They are taken with <c>LONG_TESTS=1</c>.</summary>
public sealed class ScreenshotTests(Browser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Conversations(ColorScheme scheme)
    {
        LongTests.Require();
        Demo.Fill(Model);
        Model.Send(Aino, "\"sender_action\":\"typing_on\"");
        var name = scheme == ColorScheme.Light ? "light" : "dark";
        await OpenAsync(scheme);
        await ChooseAsync("Aino Korhonen");
        await Expect(Page.GetByRole(AriaRole.Group, new() { NameString = "Quick replies" })).ToBeVisibleAsync();
        await ShootAsync($"{name}-messenger");

        await Page.Locator(".row.refused .info").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { NameString = "Rules" })).ToBeVisibleAsync();
        await ShootAsync($"{name}-refused");

        await ChooseAsync("Mirja Salmi");
        await Page.Locator("#open-webhooks").ClickAsync();
        await ShootAsync($"{name}-instagram-webhooks");
        await Page.Locator("#open-faults").ClickAsync();
        await ShootAsync($"{name}-faults");
        await Page.Locator("#open-clock").ClickAsync();
        await Page.Locator(".plus").ClickAsync();
        await ShootAsync($"{name}-clock-more");
    }

    [Fact]
    public async Task Templates()
    {
        LongTests.Require();
        foreach (var other in Demo.Others)
            Model.Send(Aino, other);
        await OpenAsync(width: 1360, height: 2700);
        await Expect(Page.Locator(".row")).ToHaveCountAsync(Demo.Others.Length);
        await ShootAsync("templates");
        await Page.GotoAsync($"{Server.BaseAddress}inbox/rules/message-tag-needs-tag");
        await Page.SetViewportSizeAsync(1000, 700);
        await ShootAsync("rule");
    }

    [Fact]
    public async Task Narrow()
    {
        LongTests.Require();
        Demo.Fill(Model);
        await OpenAsync(width: 700, height: 860);
        await Expect(Page.Locator(".row").First).ToBeVisibleAsync();
        await ShootAsync("narrow");
    }
}
