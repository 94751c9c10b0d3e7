using System.Globalization;
using System.Text.Json;
using PageMessagesGen.Emulator.Tests.State;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>Several calls in one.</summary>
public sealed class BatchTests : StateTest
{
    private static readonly string Hello = Part("Hello");

    [Theory]
    [InlineData("")]
    [InlineData("v26.0")]
    [InlineData("v26.0/")]
    public async Task Each_part_has_its_own_response(string path)
    {
        var answer = await Caller.PostAsync(path, $"{{\"batch\":[{Hello},{{\"method\":\"POST\",\"relative_url\":\"me/nothing\"}},{Part("Goodbye")}]}}", Emulator.AccessToken);

        Assert.Equal(["200", "400", "200"], Codes(answer.Text));
        Assert.Equal(["Hello", "Goodbye"], Emulator.Ledger.Select(delivery => JsonDocument.Parse(delivery.Body).RootElement.GetProperty("message").GetProperty("text").GetString()));
        var first = JsonDocument.Parse(Text(answer, "0", "body")).RootElement;
        Assert.Equal(Emulator.Ledger[0].MessageId, first.GetProperty("message_id").GetString());
        Assert.Equal("Content-Type", Text(answer, "0", "headers", "0", "name"));
    }

    [Fact]
    public async Task It_can_be_a_form_with_the_token_in_it()
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["access_token"] = Emulator.AccessToken,
            ["include_headers"] = "false",
            ["batch"] = $"[{Hello}]",
        });

        var answer = await Caller.CallAsync(HttpMethod.Post, "", form);

        Assert.Equal(["200"], Codes(answer.Text));
        Assert.DoesNotContain("headers", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Emulator.AccessToken, Emulator.Ledger[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_in_the_query()
    {
        var answer = await Caller.CallAsync(HttpMethod.Post, $"?batch={Uri.EscapeDataString($"[{Hello}]")}", token: Emulator.AccessToken);

        Assert.Equal(["200"], Codes(answer.Text));
    }

    [Fact]
    public async Task A_part_can_have_a_token_of_its_own()
    {
        var answer = await Caller.PostAsync("", $"{{\"batch\":[{Part("Hello", "&access_token=wrong-token")},{Hello}]}}", Emulator.AccessToken);

        Assert.Equal(["400", "200"], Codes(answer.Text));
        Assert.Contains("190", Text(answer, "0", "body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_can_use_the_result_of_another()
    {
        const string Create = """{"method":"POST","name":"persona","relative_url":"me/personas","body":"name=Aino+K.&profile_picture_url=https%3A%2F%2Fcdn.example.com%2Fa.jpg"}""";

        var answer = await Caller.PostAsync("", $"{{\"batch\":[{Create},{Part("Hello", "&persona_id={result=persona:$.id}")}]}}", Emulator.AccessToken);

        Assert.Equal(["null", "200"], Codes(answer.Text));
        Assert.Contains("persona_id", Emulator.Ledger[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_not_sent_if_the_one_that_it_depends_on_has_failed()
    {
        var first = Part("").Replace("{\"method\"", "{\"name\":\"first\",\"method\"", StringComparison.Ordinal);
        var second = Hello.Replace("{\"method\"", "{\"depends_on\":\"first\",\"method\"", StringComparison.Ordinal);

        var answer = await Caller.PostAsync("", $"{{\"batch\":[{first},{second}]}}", Emulator.AccessToken);

        Assert.Equal(["400", "null"], Codes(answer.Text));
        Assert.Empty(Emulator.Ledger);
    }

    [Fact]
    public async Task Files_of_the_form_belong_to_the_parts_that_name_them()
    {
        const string Part = """{"method":"POST","relative_url":"me/messages","attached_files":"menu","body":"recipient=%7B%22id%22%3A%224471239905512287%22%7D&message=%7B%22attachment%22%3A%7B%22type%22%3A%22image%22%2C%22payload%22%3A%7B%22is_reusable%22%3Atrue%7D%7D%7D"}""";
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"[{Part}]"), "batch" },
            { new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("image/png") } }, "menu", "menu.png" },
        };

        var answer = await Caller.CallAsync(HttpMethod.Post, "", form, Emulator.AccessToken);

        Assert.Equal(["200"], Codes(answer.Text));
        Assert.Equal(3, Assert.Single(Emulator.Ledger[0].Files).Length);
    }

    [Theory]
    [InlineData("""{"message":{"text":"a"}}""")]
    [InlineData("""{"batch":"no list"}""")]
    [InlineData("""{"batch":[{"method":"POST"}]}""")]
    [InlineData("""{"batch":[1]}""")]
    [InlineData("""{"batch":""")]
    [InlineData("")]
    public async Task What_is_no_batch_is_refused(string body) => (await Caller.PostAsync("", body, Emulator.AccessToken)).AssertIsError(100);

    [Fact]
    public async Task It_has_50_parts_at_most()
    {
        var most = await Caller.PostAsync("", $"{{\"batch\":[{string.Join(',', Enumerable.Repeat(Hello, 50))}]}}", Emulator.AccessToken);
        var more = await Caller.PostAsync("", $"{{\"batch\":[{string.Join(',', Enumerable.Repeat(Hello, 51))}]}}", Emulator.AccessToken);

        Assert.Equal(50, Codes(most.Text).Count);
        more.AssertIsError(100);
        Assert.Equal(50, Emulator.Ledger.Count);
    }

    private static List<string> Codes(string json) =>
        [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Null ? "null" : part.GetProperty("code").GetRawText())];

    private static string Part(string text, string more = "")
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"recipient={Uri.EscapeDataString($$$"""{"id":"{{{Customer}}}"}""")}&message={Uri.EscapeDataString($$$"""{"text":"{{{text}}}"}""")}{more}");
        return $$$"""{"method":"POST","relative_url":"me/messages","body":"{{{JsonEncodedText.Encode(body)}}}"}""";
    }
}
