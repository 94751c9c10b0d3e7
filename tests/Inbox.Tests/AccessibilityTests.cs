using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

public sealed class AccessibilityTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Axe_finds_nothing_wrong()
    {
        Demo.Fill(Model);
        foreach (var other in Demo.Others)
            Model.Send("5501239905512290", other);
        await OpenAsync();

        await ChooseAsync("Aino Korhonen");
        await Expect(Page.Locator(".quick-reply").First).ToBeVisibleAsync();
        await Page.Locator(".row.refused .info").ClickAsync();
        await Expect(Page.Locator("#pane .json")).ToHaveCountAsync(2);
        await Page.Locator(".react button").First.ClickAsync();
        await CheckAsync("a conversation with details and reactions");
        await ChooseAsync("Mirja Salmi");
        await Page.Locator("#open-clock").ClickAsync();
        await Page.Locator(".plus").ClickAsync();
        await CheckAsync("an Instagram conversation with the menu and the clock");
        await ChooseAsync("Eero Lahtinen");
        await Page.Locator("#open-faults").ClickAsync();
        await CheckAsync("templates of messages, and faults");
        await ChooseAsync("Noor van Dijk");
        await Page.Locator("#open-templates").ClickAsync();
        await CheckAsync("templates");
        await Page.Locator("#open-webhooks").ClickAsync();
        await CheckAsync("webhooks");
        await Page.GetByRole(AriaRole.Button, new() { NameString = "New customer" }).ClickAsync();
        await CheckAsync("the dialog");
        await Page.GotoAsync($"{Server.BaseAddress}inbox/rules/message-tag-needs-tag");
        await CheckAsync("a rule");
    }

    [Fact]
    public async Task Everything_works_with_the_keyboard_alone()
    {
        var sent = Model.Send(Aino, Demo.Sizes);
        await OpenAsync();
        await Expect(Row(sent.Sequence)).ToBeVisibleAsync();

        // From the list of people to the composer.
        await TabToAsync("button.person");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#message")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("One");
        await Page.Keyboard.PressAsync("Shift+Enter");
        await Page.Keyboard.TypeAsync("Two");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".row.customer")).ToContainTextAsync("Two");
        Assert.Equal("One\nTwo", Assert.Single(Model.Actions).Text);

        // The menu opens, and Escape closes it.
        await Page.Keyboard.PressAsync("Shift+Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#more button").First).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.Locator(".plus")).ToBeFocusedAsync();
        await Expect(Page.Locator("#more")).ToBeHiddenAsync();

        // Reactions, and Escape again.
        var react = Page.GetByRole(AriaRole.Button, new() { NameString = $"React to no. {sent.Sequence}" });
        await react.FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Expect(Page.Locator(".emojis button").First).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(react).ToBeFocusedAsync();

        // The pane takes the focus and gives it back.
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#pane")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.Locator("#pane")).ToBeHiddenAsync();
        await Expect(Row(sent.Sequence).Locator(".info").Last).ToBeFocusedAsync();

        // The dialog as well.
        await Page.Locator("#new-person").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByLabel("Name")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.Locator("dialog")).ToHaveCountAsync(0);
        await Expect(Page.Locator("#new-person")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_focus_is_always_visible()
    {
        Demo.Fill(Model);
        await OpenAsync();
        await ChooseAsync("Aino Korhonen");
        await Page.Locator(".row.refused .info").ClickAsync();
        await Page.Locator("h1").ClickAsync();

        var seen = new HashSet<string>();
        for (var i = 0; i < 60; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focus = await Page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
                  if (e === document.body) return '';
                  const isVisible = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                  return `${isVisible ? '' : 'hidden '}${e.tagName}.${e.className}#${e.id}`;
                }
                """);
            Assert.DoesNotContain("hidden ", focus, StringComparison.Ordinal);
            seen.Add(focus);
        }

        Assert.InRange(seen.Count, 15, 60);
    }

    private async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 30; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"Tab does not lead to {selector}.");
    }

    // The colors alone differ in the dark.
    private async Task CheckAsync(string what)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await CheckAsync(what, "{}");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync($"{what}, dark", "{ runOnly: ['color-contrast'] }");
    }

    // The package's own way opens another window for each run, which takes more than a second.
    private async Task CheckAsync(string what, string options)
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
            await Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await Page.EvaluateAsync<string[]>($$"""
            async () => {
              const result = await axe.run(document, {{options}});
              if (result.passes.length === 0) return ['Nothing was checked.'];
              return result.violations.map(v => `${v.id}: ${v.help} ${v.nodes.slice(0, 5).map(n => n.html + ' ' + n.any.map(c => c.message).join(' ')).join(' | ')}`);
            }
            """);
        Assert.True(found.Length == 0, $"{what}: {string.Join('\n', found)}");
    }
}
