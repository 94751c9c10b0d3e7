using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

/// <summary>A conversation with the support bot, played in the browser from its greeting to a person's answer a day later.</summary>
public sealed partial class BotTests(Browser browser) : BrowserTest(browser)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_conversation_with_the_support_bot()
    {
        using var bot = StartBot();
        try
        {
            var inbox = await ReadAddressAsync(bot, CustomerAddress());
            var desk = await ReadAddressAsync(bot, PersonAddress());
            await OpenAsync(width: 900, address: inbox);
            await AddCustomerAsync("Eero Lahti", "Messenger");

            await WriteAsync("Eero Lahti", "hello");
            await Page.GetByRole(AriaRole.Button, new() { NameString = "Opening hours" }).ClickAsync();
            await Expect(Page.Locator(".row.page").Last).ToContainTextAsync("from 11:00 to 22:00");

            await WriteAsync("Eero Lahti", "The menu, please");
            var cards = Page.GetByRole(AriaRole.Group, new() { NameString = "3 cards" });
            await Expect(cards.Locator(".card")).ToHaveCountAsync(3);
            Assert.True(await cards.EvaluateAsync<bool>("e => { e.scrollLeft = 5000; return e.scrollLeft > 0 }"));
            await ShootAsync("bot-cards");
            await cards.GetByRole(AriaRole.Button, new() { NameString = "Order" }).Last.ClickAsync();
            await Expect(Page.Locator(".row.page").Last).ToContainTextAsync("Your Verdure is ready in 20 minutes.");

            await WriteAsync("Eero Lahti", "I want to talk to a person");
            await Expect(Page.Locator(".row.page").Last).ToContainTextAsync("A person will answer you here.");
            await AdvanceAsync("+25 h", "Human agent only");
            await AnswerAsync(desk, "Your umbrella is here. Ben");
            var answer = Page.Locator(".row.page:not(.refused)").Last;
            await Expect(answer).ToContainTextAsync("Your umbrella is here. Ben");
            await answer.Locator(".info").Last.ClickAsync();
            await Expect(Page.Locator("#pane .json").First).ToContainTextAsync("HUMAN_AGENT");
            await ShootAsync("bot-human-agent");
        }
        finally
        {
            // The page would tell that its server is gone.
            await Page.GotoAsync("about:blank");
            bot.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_late_answer_on_Instagram_is_refused()
    {
        using var bot = StartBot();
        try
        {
            var inbox = await ReadAddressAsync(bot, CustomerAddress());
            var desk = await ReadAddressAsync(bot, PersonAddress());
            await OpenAsync(address: inbox);
            await AddCustomerAsync("Mirja Salmi", "Instagram");
            await WriteAsync("Mirja Salmi", "A person, please");
            await Expect(Page.Locator(".row.page").Last).ToContainTextAsync("A person will answer you here.");

            await AdvanceAsync("+8 days", "Window closed");
            await AnswerAsync(desk, "I am back from my holidays.");

            await Expect(Page.Locator(".row.refused .fate").Last).ToHaveTextAsync(new Regex("^Not delivered · .*window"));
            await Page.Locator(".row.refused .info").Last.ClickAsync();
            await Expect(Page.Locator("#pane .json").Last).ToContainTextAsync("2534022");
            await ShootAsync("bot-instagram-refused");
        }
        finally
        {
            // The page would tell that its server is gone.
            await Page.GotoAsync("about:blank");
            bot.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"as a customer:\s+(http://\S+)")]
    private static partial Regex CustomerAddress();

    [GeneratedRegex(@"as a person of the shop:\s+(http://\S+)")]
    private static partial Regex PersonAddress();

    private static Process StartBot() => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "PageMessagesGen.SupportBot.dll")])
    {
        RedirectStandardOutput = true,
    })!;

    private static async Task<Uri> ReadAddressAsync(Process process, Regex line)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } text)
        {
            if (line.Match(text) is { Success: true } match)
                return new Uri(match.Groups[1].Value);
        }

        throw new InvalidOperationException("The bot has ended.");
    }

    private async Task AddCustomerAsync(string name, string platform)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameString = "New customer" }).ClickAsync();
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.Locator("#person-platform").SelectOptionAsync(new SelectOptionValue { Label = platform });
        await Page.GetByRole(AriaRole.Button, new() { NameString = "Add" }).ClickAsync();
    }

    private async Task WriteAsync(string customer, string text)
    {
        await Page.GetByLabel($"Message from {customer}").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task AdvanceAsync(string step, string window)
    {
        await Page.Locator("#open-clock").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameString = step }).ClickAsync();
        await Expect(Page.Locator(".head .window")).ToContainTextAsync(window);
        await Page.Keyboard.PressAsync("Escape");
    }

    // The person's page is the bot's own, and not what is tested here.
    private async Task AnswerAsync(Uri desk, string text)
    {
        var html = await Http.GetStringAsync(desk);
        var fields = HiddenInput().Matches(html).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value));
        using var form = new FormUrlEncodedContent([.. fields, new("text", text)]);
        using var response = await Http.PostAsync(desk, form);
        Assert.NotEqual(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [GeneratedRegex("""type="hidden" name="(\w+)" value="([^"]+)">""")]
    private static partial Regex HiddenInput();
}
