using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Emulator.Tests.State;

namespace PageMessagesGen.Emulator.Tests.Attacks;

/// <summary>Calls that look for a way to leak a token, to mislead, or to make the emulator fail.</summary>
public sealed class CallAttackTests : StateTest
{
    [Theory]
    [InlineData("filedata", "{0}.png", "image/png")]
    [InlineData("{0}", "a.png", "image/png")]
    [InlineData("filedata", "a.png", "image/{0}")]
    public async Task A_token_in_the_name_of_a_file_is_a_leak(string name, string fileName, string type)
    {
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(Fill(type));
        using var form = new MultipartFormDataContent
        {
            { new StringContent($$"""{"id":"{{Customer}}"}"""), "recipient" },
            { new StringContent("""{"attachment":{"type":"image","payload":{}}}"""), "message" },
            { file, Fill(name), Fill(fileName) },
        };

        var answer = await Caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", form, Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.DoesNotContain(Emulator.AccessToken, answer.Text, StringComparison.Ordinal);
        Assert.Empty(Emulator.Ledger);
        Assert.DoesNotContain(Emulator.AccessToken, await Caller.GetTextAsync("inbox/entries"), StringComparison.Ordinal);

        string Fill(string text) => text.Replace("{0}", Emulator.AccessToken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_files_count_for_the_size_of_a_form()
    {
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 400; i++)
            form.Add(new ByteArrayContent([1]), $"file{i}", new string('n', 3000));

        var answer = await Caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", form, Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Contains("more than 1048576 bytes", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_replaced_is_still_a_secret()
    {
        var old = Emulator.AccessToken;
        Emulator.Pages.ReplaceToken(Emulator.PageId, "another-made-up-token");

        var answer = await Caller.SendAsync(Body($$"""  "message":{"text":"{{old}}"}"""));

        answer.AssertIsError(100);
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task JSON_that_is_sent_as_a_form_is_told()
    {
        using var content = new StringContent(Body("\"message\":{\"text\":\"Hello\"}"), Encoding.UTF8, "application/x-www-form-urlencoded");

        var answer = await Caller.CallAsync(HttpMethod.Post, "v26.0/me/messages", content, Emulator.AccessToken);

        answer.AssertIsError(100);
        Assert.Contains("Content-Type: application/json", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inbox_shows_a_message_that_was_delivered_whatever_the_caller_was_told()
    {
        Emulator.Faults.Add(Fault.Error(1) with { AfterDelivery = true });

        (await Caller.SendAsync(Body("\"message\":{\"text\":\"Hello\"}"))).AssertIsError(1);

        var entry = JsonDocument.Parse(await Caller.GetTextAsync("inbox/entries")).RootElement[0];
        Assert.Equal("sent", entry.GetProperty("kind").GetString());
        Assert.Equal(Emulator.Ledger[0].MessageId, entry.GetProperty("message_id").GetString());
        Assert.Equal(400, entry.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/a\r\nX-Header: b")]
    [InlineData("/\u00e4")]
    [InlineData("/a b")]
    public void A_redirect_to_what_no_header_can_have_is_refused(string location) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Redirect(new Uri(location, UriKind.Relative)));

    [Fact]
    public async Task A_redirect_to_a_name_that_is_not_ASCII_is_escaped()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        Emulator.Faults.Add(Fault.Redirect(new Uri("http://127.0.0.1:9/\u00e4")));

        using var response = await http.PostAsync(new Uri(Emulator.BaseAddress, "v26.0/me/messages"), null);

        Assert.Equal("http://127.0.0.1:9/%C3%A4", response.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task A_clock_at_its_end_answers_calls()
    {
        var end = new DateTimeOffset(9989, 12, 31, 0, 0, 0, TimeSpan.Zero) - Emulator.Clock.GetUtcNow();
        Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.Clock.Advance(end + TimeSpan.FromDays(400)));
        Emulator.Clock.Advance(end);

        Assert.Equal(200, (await Caller.SendAsync(Body("\"message\":{\"text\":\"Hello\"}"))).Status);
        Assert.NotEmpty(Emulator.Customers[Customer].AllowNotifications("NEWS", "News"));
        Assert.Contains("9990-01", await Caller.GetTextAsync("inbox/state"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people", """{"page_id":"100200300400500","platform":"messenger","name":"{0}"}""", "at most 200 characters")]
    [InlineData("people", """{"page_id":null,"platform":"messenger","name":"Aino"}""", "wrong type")]
    [InlineData("clock", """{"advance_seconds":3100000000,"reset":false}""", "past the year 9989")]
    public async Task A_command_of_the_inbox_that_is_not_possible_is_explained(string command, string body, string explanation)
    {
        Emulator.Clock.Advance(new DateTimeOffset(9980, 1, 1, 0, 0, 0, TimeSpan.Zero) - Emulator.Clock.GetUtcNow());

        var answer = await Caller.PostAsync($"inbox/{command}", body.Replace("{0}", new string('n', 201), StringComparison.Ordinal), null);

        Assert.Equal(400, answer.Status);
        Assert.Contains(explanation, answer.Text, StringComparison.Ordinal);
    }
}
