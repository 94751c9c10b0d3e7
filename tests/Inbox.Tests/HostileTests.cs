using Microsoft.Playwright;
using PageMessagesGen.Emulator;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

/// <summary>Whatever a request, a customer or a webhook contains, it is shown and never run.</summary>
public sealed class HostileTests(Browser browser) : BrowserTest(browser)
{
    private const string Html = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script><svg onload=window.hacked=1>";
    private const string Script = "javascript:window.hacked=1";

    [Fact]
    public async Task Nothing_of_it_runs()
    {
        Fill();
        await OpenAsync();

        foreach (var conversation in await Page.Locator(".person").AllAsync())
        {
            await conversation.ClickAsync();
            await Page.Locator(".log").EvaluateAsync("log => log.scrollTop = 0");
            foreach (var info in await Page.Locator(".row .info:not([aria-expanded])").AllAsync())
            {
                await info.ClickAsync();
                await Expect(Page.Locator("#pane .json").First).ToBeVisibleAsync();
            }

            foreach (var choice in await Page.Locator("button.choice").AllAsync())
                await choice.ClickAsync();
        }

        foreach (var tool in await Page.Locator(".tool").AllAsync())
            await tool.ClickAsync();
        await Page.Locator(".plus").ClickAsync();

        Assert.True(await Page.EvaluateAsync<bool>("window.hacked === undefined"));
        Assert.Equal(0, await Page.EvaluateAsync<int>("""
            [...document.body.querySelectorAll('*')].filter(e => e.matches('script, iframe, object, embed, base, svg')
                || [...e.attributes].some(a => a.name.startsWith('on') || /^\s*(javascript|data|vbscript):/i.test(a.value) && ['href', 'src', 'action', 'srcdoc'].includes(a.name))).length
            """));
    }

    [Fact]
    public async Task It_is_shown_as_text()
    {
        Fill();
        await OpenAsync();
        await ChooseAsync("Aino Korhonen");

        await Expect(Page.Locator(".row.customer .bubble").First).ToHaveTextAsync(Html);
        await Expect(Page.Locator(".card .title").First).ToHaveTextAsync(Html);
        await Expect(Page.Locator("span.choice").First).ToHaveTextAsync("Tap me");
    }

    [Fact]
    public async Task Members_of_a_wrong_type_do_not_break_the_page()
    {
        string[] bodies =
        [
            "\"message\":{\"text\":{\"a\":[1]}}", "\"message\":{\"text\":7,\"quick_replies\":\"x\"}", "\"message\":{\"text\":\"a\",\"quick_replies\":[null,1,[],{}]}",
            "\"message\":{\"attachment\":[1,2]}", "\"message\":{\"attachment\":{\"type\":{},\"payload\":7}}", "\"message\":{\"attachments\":{\"a\":1}}",
            "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":null}}", "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":[],\"elements\":{}}}}",
            "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"generic\",\"elements\":[null,7,{\"buttons\":{}},{\"title\":{},\"buttons\":[null,{\"type\":7}]}]}}}",
            "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"receipt\",\"elements\":7,\"summary\":[],\"address\":\"x\",\"adjustments\":[null]}}}",
            "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"image_grid\",\"elements\":[{\"images\":[null,{\"url\":7,\"action\":\"x\"}]}]}}}",
            "\"message\":{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"customer_feedback\",\"feedback_screens\":[{\"questions\":7}]}}}",
            "\"message\":[]", "\"message\":\"{\\\"text\\\":\\\"from a form\\\"}\"", "\"sender_action\":{}", "\"sender_action\":\"react\",\"payload\":\"x\"", "\"message\":{\"template\":[1]}",
            "\"message\":{\"sticker_id\":{},\"dynamic_text\":7}", "\"reply_to\":7,\"persona_id\":{},\"message\":{\"text\":\"a\"}", "\"__proto__\":{\"text\":\"x\"},\"constructor\":1",
        ];
        foreach (var body in bodies)
            Model.Refuse(Aino, body);
        foreach (var json in new[] { "[]", "7", "null", "not JSON", "{\"recipient\":7}", "{\"recipient\":{\"id\":4471239905512287},\"message\":{\"text\":\"numbers\"}}" })
            Model.Journal.Append(new JournalEntry { Kind = JournalKind.Refused, PageId = FakeModel.Page, PersonId = Aino, Operation = "send", Request = json, Answer = json });
        foreach (var json in new[] { "{}", "{\"message\":7}", "{\"message\":{\"attachments\":[null]}}", "{\"postback\":1}", "{\"reaction\":[]}", "{\"read\":\"x\"}", "{\"referral\":\"x\"}", "{\"field\":\"x\"}", "{\"from\":1}", "{\"optin\":null}" })
            Model.Journal.Append(new JournalEntry { Kind = JournalKind.Received, PageId = FakeModel.Page, PersonId = Aino, Request = json });
        Model.Journal.Append(new JournalEntry { Kind = JournalKind.Webhook, PageId = FakeModel.Page, Request = "{\"entry\":[null,{\"messaging\":7,\"changes\":[null,{}]}]}", Answer = "{" });
        Model.Write(Aino, "The end");
        await OpenAsync(height: 3000);

        await Expect(Page.Locator(".row").Last).ToContainTextAsync("The end");
        await Expect(Page.GetByText("from a form")).ToBeVisibleAsync();
        await Expect(Page.GetByText("numbers")).ToBeVisibleAsync();
        await Page.Locator(".row .info").EvaluateAllAsync<object>("all => all.forEach(info => info.click())");
        await Page.Locator("#open-webhooks").ClickAsync();
        await Page.Locator("#pane .entry").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { NameString = "Webhook, no." })).ToBeVisibleAsync();
    }

    private void Fill()
    {
        var html = FakeModel.Quote(Html);
        Model.Set(state => state with
        {
            People = [.. state.People, new(FakeModel.Page, "1", Html, true), new(FakeModel.Page, "\"><script>window.hacked=1</script>", "Quote", false) { ThreadOwner = Html }],
            Personas = [new("7", Html, Script)],
            Templates = [new(Html, Html, Html, Html)],
            Webhook = new(Script, false),
            Faults = [Fault.Redirect(new Uri("/" + Uri.EscapeDataString(Html), UriKind.Relative))],
            Pages = [new(FakeModel.Page, $$$$"""{"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"web_url","title":{{{{html}}}},"url":"{{{{Script}}}}"}]}],"ice_breakers":[{"question":{{{{html}}}},"payload":{{{{html}}}}}]}""")],
        });
        Model.Write(Aino, Html);
        Model.Write("1", Html);
        Model.Write("\"><script>window.hacked=1</script>", Html);
        Model.Send(Aino, $$$$"""
            "persona_id":"7","message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":{{{{html}}}},"subtitle":{{{{html}}}},"image_url":"{{{{Script}}}}","default_action":{"type":"web_url","url":"{{{{Script}}}}"},"buttons":[{"type":"web_url","title":"Tap me","url":"{{{{Script}}}}"},{"type":"postback","title":{{{{html}}}},"payload":{{{{html}}}}},{"type":"web_url","title":"Data","url":"data:text/html,<script>window.hacked=1</script>"}]}]}}}
            """);
        foreach (var (type, url) in new[] { ("image", Script), ("video", Script), ("audio", "data:text/html,x"), ("file", "java\\tscript:window.hacked=1"), ("fallback", " JavaScript:window.hacked=1") })
            Model.Send(Aino, $$$$"""
                "message":{"attachment":{"type":"{{{{type}}}}","payload":{"url":"{{{{url}}}}"}}}
                """);
        Model.Send(Aino, $$$$"""
            "message":{"attachment":{"type":"template","payload":{"template_type":{{{{html}}}},{{{{html}}}}:{{{{html}}}}}}}
            """);
        Model.Journal.Append(new JournalEntry
        {
            Kind = JournalKind.Refused,
            PageId = FakeModel.Page,
            PersonId = Aino,
            Operation = "send",
            Method = Html,
            Path = Html,
            Request = $$$$"""{"message":{"text":"x"},{{{{html}}}}:{{{{html}}}}}""",
            Answer = Html,
            Rules = [new(Html, true, Html, Html), new("../../" + Script, false, "", "")],
            Files = [new DeliveredFile("filedata", Html, Html, 1, "")],
        });
        Model.Journal.Append(new JournalEntry { Kind = JournalKind.Webhook, PageId = FakeModel.Page, Request = Html, Answer = Html, Webhook = new(Script, 1, TimeSpan.Zero, Html) });
        Model.Journal.Append(new JournalEntry { Kind = JournalKind.Sent, PageId = FakeModel.Page, Operation = Html, Request = Html, Answer = Html });
    }
}
