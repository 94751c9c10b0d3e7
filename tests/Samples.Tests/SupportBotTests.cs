using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.Samples.Tests;

/// <summary>The support bot, as a process of its own.</summary>
public sealed partial class SupportBotTests : IDisposable
{
    private const string Secret = "made-up-secret";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new() { Timeout = Patience };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_customer_in_the_inbox_is_answered_by_the_bot_and_later_by_a_person()
    {
        using var bot = Start([]);
        try
        {
            var inbox = new Uri((await ReadUntilAsync(bot, CustomerAddress())).Groups["url"].Value);
            var reply = new Uri((await ReadUntilAsync(bot, PersonAddress())).Groups["url"].Value);
            var page = (await GetAsync(new Uri(inbox, "inbox/state")))["pages"]![0]!["id"]!.GetValue<string>();
            var person = (await PostAsync(inbox, "people", new() { ["page_id"] = page, ["platform"] = "messenger", ["name"] = "Aino Ahola" }))["id"]!.GetValue<string>();
            var customer = new Inbox(this, inbox, page, person);

            var greeting = await customer.SaysAsync("hello");
            Assert.Equal(["HOURS", "MENU", "STATUS", "PERSON"], greeting["message"]!["quick_replies"]!.AsArray().Select(r => r!["payload"]!.GetValue<string>()));
            Assert.Contains("11:00", (await customer.TapsReplyAsync("Opening hours", "HOURS"))["message"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
            var menu = (await customer.TapsReplyAsync("Menu", "MENU"))["message"]!["attachment"]!["payload"]!;
            Assert.Equal(("generic", 3), (menu["template_type"]!.GetValue<string>(), menu["elements"]!.AsArray().Count));
            Assert.Contains("Funghi is ready", (await customer.TapsButtonAsync("Order", "ORDER:Funghi"))["message"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
            var status = (await customer.SaysAsync("Where is my order?"))["message"]!["attachment"]!["payload"]!;
            Assert.Equal(("button", 2), (status["template_type"]!.GetValue<string>(), status["buttons"]!.AsArray().Count));
            Assert.StartsWith("A person will answer", (await customer.TapsButtonAsync("Talk to a person", "PERSON"))["message"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);

            await customer.ActAsync(new() { ["action"] = "text", ["text"] = "I lost <my> umbrella" });
            await AnswerAsync(reply, "I look for it. Ben", html => html.Contains("Customer: I lost &lt;my&gt; umbrella", StringComparison.Ordinal));
            var soon = await customer.NextAsync();
            Assert.Equal(("RESPONSE", "I look for it. Ben"), (soon["messaging_type"]!.GetValue<string>(), soon["message"]!["text"]!.GetValue<string>()));

            await PostAsync(inbox, "clock", new() { ["advance_seconds"] = 25 * 60 * 60 });
            await AnswerAsync(reply, "I found it!", html => html.Contains("You: I look for it. Ben", StringComparison.Ordinal));
            var later = await customer.NextAsync();
            Assert.Equal(("MESSAGE_TAG", "HUMAN_AGENT"), (later["messaging_type"]!.GetValue<string>(), later["tag"]!.GetValue<string>()));
            Assert.Equal(8, customer.Received);
        }
        finally
        {
            await StopAsync(bot);
        }
    }

    [Fact]
    public async Task It_answers_each_message_once_and_only_what_the_app_secret_has_signed()
    {
        await using var emulator = await GraphEmulator.StartAsync();
        using var bot = Start(new()
        {
            ["PageMessages__BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
            ["PageMessages__PageId"] = emulator.PageId,
            ["PageMessages__AccessToken"] = emulator.AccessToken,
            ["Webhook__AppSecret"] = Secret,
            ["Webhook__VerifyToken"] = "made-up-token",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        });
        try
        {
            var webhook = new Uri(new Uri((await ReadUntilAsync(bot, ListenAddress())).Groups["url"].Value), "webhook");

            Assert.Equal("42", await _http.GetStringAsync(new Uri($"{webhook}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=made-up-token")));
            using var wrong = await _http.GetAsync(new Uri($"{webhook}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=another"));
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);

            var first = Message("m_1", "hello");
            Assert.Equal(HttpStatusCode.OK, await PostAsync(webhook, first, Sign(first)));
            Assert.Equal(HttpStatusCode.OK, await PostAsync(webhook, first, Sign(first)));
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(webhook, Message("m_2", "hello"), Sign(first)));
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(webhook, Message("m_3", "hello"), null));
            var last = Message("m_4", "When are you open?");
            Assert.Equal(HttpStatusCode.OK, await PostAsync(webhook, last, Sign(last)));
            await UntilAsync(() => emulator.Ledger.Any(d => d.Body.Contains("11:00", StringComparison.Ordinal)));

            Assert.Equal(2, emulator.Ledger.Count);
        }
        finally
        {
            await StopAsync(bot);
        }
    }

    [GeneratedRegex(@"as a customer:\s+(?<url>http://\S+)")]
    private static partial Regex CustomerAddress();

    [GeneratedRegex(@"as a person of the shop:\s+(?<url>http://\S+)")]
    private static partial Regex PersonAddress();

    [GeneratedRegex(@"Now listening on: (?<url>http://\S+)")]
    private static partial Regex ListenAddress();

    [GeneratedRegex("""name="(?<name>\w+)" value="(?<value>[^"]+)">""")]
    private static partial Regex HiddenInput();

    private static Process Start(Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PageMessagesGen.SupportBot.dll"));
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<Match> ReadUntilAsync(Process process, Regex line)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } text)
        {
            if (line.Match(text) is { Success: true } match)
                return match;
        }

        throw new InvalidOperationException($"The process ended before it wrote {line}.");
    }

    // As a container is stopped.
    private static async Task StopAsync(Process process)
    {
        var rest = process.StandardOutput.ReadToEndAsync();
        if (OperatingSystem.IsWindows())
            process.Kill();
        else
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        await rest;
        Assert.True(OperatingSystem.IsWindows() || process.ExitCode == 0, $"The exit code was {process.ExitCode}.");
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, "It took too long.");
            await Task.Delay(20);
        }
    }

    private static byte[] Message(string id, string text) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"page","entry":[{"id":"1","time":1,"messaging":[{"sender":{"id":"44"},"recipient":{"id":"1"},"timestamp":1,"message":{"mid":"{{{id}}}","text":"{{{text}}}"}}]}]}""");

    private static string Sign(byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}";

    private async Task<HttpStatusCode> PostAsync(Uri webhook, byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(body) };
        if (signature is not null)
            request.Headers.Add("X-Hub-Signature-256", signature);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    // Waits until the page shows what is to be answered, and fills in its form.
    private async Task AnswerAsync(Uri page, string text, Func<string, bool> isComplete)
    {
        var html = "";
        for (var watch = Stopwatch.StartNew(); !isComplete(html); await Task.Delay(20))
        {
            Assert.True(watch.Elapsed < Patience, html);
            html = await _http.GetStringAsync(page);
        }

        var fields = HiddenInput().Matches(html).ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value);
        using var without = await _http.PostAsync(page, new FormUrlEncodedContent([new("person", fields["person"]), new("text", text)]));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var json = await _http.PostAsync(page, new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { Host = "bot.example" } };
        using var refused = await _http.SendAsync(elsewhere);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var response = await _http.PostAsync(page, new FormUrlEncodedContent([.. fields, new("text", text)]));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonNode> GetAsync(Uri address) => JsonNode.Parse(await _http.GetStringAsync(address))!;

    private async Task<JsonNode> PostAsync(Uri inbox, string command, JsonObject body)
    {
        using var response = await _http.PostAsync(new Uri(inbox, $"inbox/{command}"), new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>A customer in the inbox.</summary>
    private sealed class Inbox(SupportBotTests test, Uri inbox, string page, string person)
    {
        /// <summary>How many messages have been received.</summary>
        public int Received { get; private set; }

        public Task<JsonNode> SaysAsync(string text) => DoAsync(new() { ["action"] = "text", ["text"] = text });

        public Task<JsonNode> TapsReplyAsync(string title, string payload) => DoAsync(new() { ["action"] = "quick_reply", ["title"] = title, ["payload"] = payload, ["text"] = title });

        public Task<JsonNode> TapsButtonAsync(string title, string payload) => DoAsync(new() { ["action"] = "postback", ["title"] = title, ["payload"] = payload });

        public Task<JsonNode> ActAsync(JsonObject action)
        {
            (action["page_id"], action["person_id"]) = (page, person);
            return test.PostAsync(inbox, "actions", action);
        }

        /// <summary>Waits for the next message to the customer.</summary>
        public async Task<JsonNode> NextAsync()
        {
            JsonArray ledger = [];
            for (var watch = Stopwatch.StartNew(); ledger.Count <= Received; await Task.Delay(20))
            {
                Assert.True(watch.Elapsed < Patience, "There was no answer.");
                ledger = (await test.GetAsync(new Uri(inbox, "ledger"))).AsArray();
            }

            Assert.Equal(person, ledger[Received]!["recipient"]!["value"]!.GetValue<string>());
            return ledger[Received++]!["body"]!;
        }

        private async Task<JsonNode> DoAsync(JsonObject action)
        {
            await ActAsync(action);
            return await NextAsync();
        }
    }
}
