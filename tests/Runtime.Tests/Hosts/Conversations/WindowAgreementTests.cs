using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PageMessages;
using PageMessagesGen.Emulator;
using PageMessagesGen.Rules;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Conversations;

/// <summary>The windows of the schema are those of the emulator, which knows nothing of them: it keeps the time itself.</summary>
public sealed class WindowAgreementTests
{
    private const string Text = """ "message":{"text":"Hello"} """;
    private const string Tagged = "\"messaging_type\":\"MESSAGE_TAG\",\"tag\":";

    private const string Survey =
        """
        "message":{"attachment":{"type":"template","payload":{"template_type":"customer_feedback","title":"How was the dinner?","subtitle":"One question",
        "button_title":"Answer","feedback_screens":[{"questions":[{"id":"dinner_1","type":"csat"}]}],"business_privacy":{"url":"https://example.com/privacy"}}}}
        """;

    private const string Template = """ "messaging_type":"UTILITY","message":{"template":{"name":"parcel","language":{"code":"en"},"components":[]}} """;

    private static readonly TimeSpan[] Ages =
    [
        TimeSpan.Zero, TimeSpan.FromHours(23), TimeSpan.FromHours(24), TimeSpan.FromHours(24) + TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(167), TimeSpan.FromHours(168),
        TimeSpan.FromHours(168) + TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(30),
    ];

    // The window that a message needs; null for none.
    private static readonly (string Body, string? Window)[] Messages =
    [
        ($"\"messaging_type\":\"RESPONSE\",{Text}", "standard-window"),
        ($"\"messaging_type\":\"UPDATE\",{Text}", "standard-window"),
        (Text, "untyped-window"),
        ($"{Tagged}\"HUMAN_AGENT\",{Text}", "human-agent-window"),
        ($"{Tagged}\"CUSTOMER_FEEDBACK\",{Survey}", null),
        (Template, null),
        ("\"sender_action\":\"typing_on\"", null),
    ];

    [Theory]
    [InlineData("messenger", 2018278)]
    [InlineData("instagram", 2534022)]
    public async Task The_check_finds_what_the_server_refuses(string platform, int subcode)
    {
        var source = new FakeTimeProvider(new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
        await using var posts = await WebhookPosts.StartAsync();
        await using var emulator = await GraphEmulator.StartAsync(new() { Webhook = posts.Options, TimeProvider = source });
        emulator.Assets.AddTemplate("parcel", "en");
        List<RuleViolation> found = [];
        await using var host = new Hosted(
            "bare",
            emulator.BaseAddress,
            options =>
            {
                (options.PageId, options.AccessToken, options.PauseAfterPageError) = (emulator.PageId, emulator.AccessToken, TimeSpan.Zero);
                (options.Validation, options.WindowValidation, options.OnViolations) = (ValidationMode.Off, ValidationMode.Warn, found.AddRange);
            },
            add: services => services.AddSingleton<TimeProvider>(emulator.Clock).AddConversations());
        posts.OnEvents = WebhookPosts.To(host.Services.GetServices<IWebhookObserver>());
        List<string> table = [];

        foreach (var age in Ages)
        {
            var customer = emulator.Customers.Add(platform);
            customer.Write("Hello?");
            await emulator.WaitForWebhookAsync().WaitAsync(Clients.Patience);
            emulator.Clock.Advance(age);
            foreach (var (body, window) in Messages.Where(message => platform == "messenger" || message.Body[..^1].Contains("CUSTOMER_FEEDBACK", StringComparison.Ordinal) is false))
            {
                found.Clear();
                var isRefused = await IsRefusedAsync(host.Client, customer.Id, body, subcode);
                var length = window switch { null => TimeSpan.MaxValue, "human-agent-window" => TimeSpan.FromHours(168), _ => TimeSpan.FromHours(24) };

                table.Add($"{age} {body[..Math.Min(body.Length, 40)]}: server {isRefused}, check {string.Join(",", found.Select(v => v.Rule))}");
                Assert.True(isRefused == (found.Count > 0), table[^1]);
                Assert.True(isRefused == age > length, table[^1]);
                Assert.All(found, violation => Assert.Equal(window, violation.Rule));
            }
        }

        Assert.Contains(table, row => row.Contains("server True", StringComparison.Ordinal));
        Assert.Contains(table, row => row.Contains("server False", StringComparison.Ordinal));
    }

    private static async Task<bool> IsRefusedAsync(IPageMessagesClient client, string customer, string body, int subcode)
    {
        var request = JsonSerializer.Deserialize($$"""{"recipient":{"id":"{{customer}}"},{{body}}}""", PageMessagesJsonContext.Default.SendMessageRequest)!;
        try
        {
            await client.SendAsync(request).WaitAsync(Clients.Patience);
            return false;
        }
        catch (GraphApiException failure) when ((failure.Code, failure.Subcode) == (10, subcode))
        {
            return true;
        }
    }
}
