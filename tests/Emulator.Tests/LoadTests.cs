using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>Many programs use one emulator at the same time.</summary>
public sealed class LoadTests
{
    private const int Clients = 20;

    [Fact]
    public async Task Clients_do_not_see_what_others_have()
    {
        var messages = LongTests.Inputs(sample: 50, all: 300);
        var pages = Enumerable.Range(1, Clients - 1).Select(i => new EmulatedPage($"20{i}", $"token-of-page-{i:D2}")).ToList();
        await using var emulator = await GraphEmulator.StartAsync(new() { FurtherPages = pages });
        using var caller = new Caller(emulator);
        var personas = await Task.WhenAll(emulator.Pages.Select(async page =>
        {
            var created = await PostAsync(page, "personas", """{"name":"Aino K.","profile_picture_url":"https://cdn.example.com/a.jpg"}""");
            return (Page: page, Persona: created.Find("id")!);
        }));

        await Task.WhenAll(personas.Select(async (own, i) =>
        {
            var foreign = personas[(i + 1) % personas.Length].Persona;
            for (var n = 0; n < messages; n++)
            {
                var answer = await PostAsync(own.Page, "messages", Message(own.Persona, $"{own.Page.Id}:{n}"));
                Assert.True(answer.Status == 200, answer.Text);
                if (n % 10 == 0)
                    Assert.Equal(33, (await PostAsync(own.Page, "messages", Message(foreign, "not mine"))).Subcode);
            }
        }));

        foreach (var (page, persona) in personas)
        {
            var sent = emulator.Ledger.Where(d => d.PageId == page.Id && d.Operation == "send").Select(d => JsonDocument.Parse(d.Body).RootElement).ToList();
            Assert.Equal(Enumerable.Range(0, messages).Select(n => $"{page.Id}:{n}"), sent.Select(body => body.GetProperty("message").GetProperty("text").GetString()));
            Assert.All(sent, body => Assert.Equal(persona, body.GetProperty("persona_id").GetString()));
        }

        Task<Answer> PostAsync(EmulatedPage page, string path, string body) => caller.PostAsync($"v26.0/{page.Id}/{path}", body, page.AccessToken);

        static string Message(string persona, string text) =>
            "{\"recipient\":{\"id\":\"4471239905512287\"},\"messaging_type\":\"RESPONSE\",\"persona_id\":\"" + persona + "\",\"message\":{\"text\":\"" + text + "\"}}";
    }

    [Fact]
    public async Task Two_thousand_requests_a_second_stay_complete_and_in_order_while_the_inbox_is_open()
    {
        const int Rate = 2000;
        const int People = 16;
        var perPerson = LongTests.Inputs(sample: 1, all: 10) * Rate / People;
        await using var emulator = await GraphEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = emulator.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        using var caller = new Caller(emulator);
        using var inbox = await http.GetAsync(new Uri("inbox/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var shown = new ConcurrentQueue<string>();
        var reading = ReadAsync(inbox, shown, People * perPerson);

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            for (var n = 0; n < perPerson; n++)
            {
                // No faster than asked for, so that the inbox is what is tested, and not the patience of a test.
                var due = TimeSpan.FromSeconds((double)n * People / Rate) - watch.Elapsed;
                if (due > TimeSpan.Zero)
                    await Task.Delay(due);
                var answer = await caller.SendAsync("{\"recipient\":{\"id\":\"7" + person.ToString("D3", CultureInfo.InvariantCulture) + "\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"" + person + ":" + n + "\"}}");
                Assert.True(answer.Status == 200, answer.Text);
            }
        }));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{People * perPerson} requests in {watch.Elapsed.TotalSeconds:F1} s"));
        await reading.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(People * perPerson, emulator.Ledger.Count);
        var delivered = emulator.Ledger.Select(d => JsonDocument.Parse(d.Body).RootElement.GetProperty("message").GetProperty("text").GetString()!).ToList();
        for (var person = 0; person < People; person++)
        {
            var expected = Enumerable.Range(0, perPerson).Select(n => string.Create(CultureInfo.InvariantCulture, $"{person}:{n}")).ToList();
            Assert.Equal(expected, delivered.Where(text => text.StartsWith($"{person}:", StringComparison.Ordinal)));
            Assert.Equal(expected, shown.Where(text => text.StartsWith($"{person}:", StringComparison.Ordinal)));
        }
    }

    private static async Task ReadAsync(HttpResponseMessage inbox, ConcurrentQueue<string> shown, int count)
    {
        using var reader = new StreamReader(await inbox.Content.ReadAsStreamAsync());
        var last = 0L;
        while (shown.Count < count && await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: {\"sequence\"", StringComparison.Ordinal))
                continue;
            using var entry = JsonDocument.Parse(line["data: ".Length..]);
            Assert.Equal(++last, entry.RootElement.GetProperty("sequence").GetInt64());
            shown.Enqueue(entry.RootElement.GetProperty("request").GetProperty("message").GetProperty("text").GetString()!);
        }
    }
}
