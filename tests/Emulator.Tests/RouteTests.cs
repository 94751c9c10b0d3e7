using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class RouteTests : EmulatorTest
{
    protected override GraphEmulatorOptions Options => new() { Schemas = [SchemaTexts.Nests], PageId = "42" };

    [Theory]
    [InlineData("GET", "v9.1/42/nests", "data")]
    [InlineData("GET", "v9.1/me/nests", "data")]
    [InlineData("GET", "v9.1/nests/7", "height")]
    [InlineData("GET", "v9.1/nests/a%20b", "height")]
    [InlineData("DELETE", "v9.1/nests/7?reason=cold", "success")]
    [InlineData("POST", "v9.1/nests/7/oak", "success")]
    public async Task A_part_of_the_path_is_filled_by_any_one_segment(string method, string path, string member) =>
        (await CallAsync(method, path)).AssertIsReply(member);

    [Theory]
    [InlineData("GET", "v9.1/nests/")]
    [InlineData("GET", "v9.1/nests/7/8/9")]
    [InlineData("POST", "v9.1/nests//oak")]
    public async Task An_empty_or_superfluous_segment_fills_nothing(string method, string path) =>
        (await CallAsync(method, path)).AssertIsError(2500);

    [Fact]
    public async Task A_word_in_the_path_goes_before_a_parameter() =>
        (await CallAsync("GET", "v9.1/nests/count")).AssertIsReply("total");

    [Theory]
    [InlineData("v9.1/42", "page_name")]
    [InlineData("v9.1/me", "page_name")]
    [InlineData("v9.1/2026", "year_name")]
    [InlineData("v9.1/wren", "bird_name")]
    public async Task Of_paths_that_look_alike_the_first_one_that_takes_the_call_answers(string path, string member) =>
        (await CallAsync("GET", path)).AssertIsReply(member);

    [Fact]
    public async Task Two_methods_can_share_a_path()
    {
        (await CallAsync("GET", "v9.1/42/nests")).AssertIsReply("data");
        (await Caller.PostAsync("v9.1/42/nests", """{"height":3}""", Emulator.AccessToken)).AssertIsReply("id");
    }

    [Theory]
    [InlineData("PUT", "v9.1/42/nests", "GET and POST")]
    [InlineData("POST", "v9.1/nests/7", "DELETE and GET")]
    [InlineData("DELETE", "v9.1/nests/7/oak", "POST")]
    public async Task Another_method_is_refused_with_those_that_there_are(string method, string path, string methods)
    {
        var answer = await CallAsync(method, path);

        answer.AssertIsError(100, type: "GraphMethodException");
        Assert.Equal($"(#100) Unsupported method. This path accepts only {methods}.", answer.Message);
    }

    [Theory]
    [InlineData("v9.1/nests/x/oak", "Param nest_id must be a 64-bit integer, but it is a string.", "wrong-type")]
    [InlineData("v9.1/nests/7/pine", "Param wood must be one of {oak, birch}, but it is \"pine\".", "unknown-value")]
    public async Task A_part_of_the_path_must_be_of_its_type(string path, string message, string rule)
    {
        var answer = await CallAsync("POST", path);

        answer.AssertIsError(100);
        Assert.Equal($"(#100) {message}", answer.Message);
        Assert.Equal(rule, answer.Rules);
    }

    [Fact]
    public async Task An_unknown_Page_is_refused_whatever_the_method() =>
        (await CallAsync("GET", "v9.1/43/nests")).AssertIsError(100, 33, "GraphMethodException");

    [Fact]
    public async Task A_token_is_needed_whatever_the_method() =>
        (await Caller.CallAsync(HttpMethod.Get, "v9.1/nests/7")).AssertIsError(190);

    [Fact]
    public async Task The_first_page_lists_all_operations()
    {
        var text = await Caller.GetTextAsync("");

        Assert.Contains("\n\nGET /v9.1/{page_id}/nests\nPOST /v9.1/{page_id}/nests\nGET /v9.1/nests/{nest_id}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_something_is_in_the_ledger_with_its_address_and_what_reads_is_not()
    {
        await CallAsync("GET", "v9.1/42/nests");
        await CallAsync("GET", "v9.1/nests/7");
        await CallAsync("DELETE", $"v9.1/nests/7?access_token={Emulator.AccessToken}&reason=too%20cold");
        await Caller.PostAsync("v9.1/me/nests", """{"height":3,"access_token":"emulator-page-access-token"}""", Emulator.AccessToken);

        Assert.Equal(
            [
                new Delivery(1, default, "42", "leave", "DELETE", "/v9.1/nests/7", "reason=too%20cold", null, null, ""),
                new Delivery(2, default, "42", "build", "POST", "/v9.1/me/nests", "", null, null, """{"height":3}"""),
            ],
            Emulator.Ledger.Select(d => d with { Time = default }));
        var first = System.Text.Json.Nodes.JsonNode.Parse(await Caller.GetTextAsync("ledger"))![0]!.AsObject();
        Assert.Equal(["sequence", "time", "page_id", "operation", "method", "path", "query"], first.Select(p => p.Key));
    }

    [Theory]
    [InlineData("GET", "v9.1/nests/7", "")]
    [InlineData("GET", "v9.1/nests/7", "{}")]
    [InlineData("DELETE", "v9.1/nests/7?reason=cold", """{ "access_token":"emulator-page-access-token" }""")]
    public async Task A_call_without_a_body_may_have_an_empty_one(string method, string path, string body) =>
        Assert.Equal(200, (await CallAsync(method, path, body)).Status);

    [Theory]
    [InlineData("GET", "v9.1/nests/7", """{"height":3}""", "The request has a body, but this call does not accept one.")]
    [InlineData("DELETE", "v9.1/nests/7?reason=cold", "[]", "The request has a body, but this call does not accept one.")]
    [InlineData("POST", "v9.1/nests/7/oak", "null", "The request has a body, but this call does not accept one.")]
    [InlineData("POST", "v9.1/nests/7/oak", "x=1", "The request body is not valid JSON (line 1, byte 1).")]
    public async Task A_call_without_a_body_refuses_one(string method, string path, string body, string message)
    {
        var answer = await CallAsync(method, path, body);

        answer.AssertIsError(100);
        Assert.Equal($"(#100) {message}", answer.Message);
        Assert.Empty(Emulator.Ledger);
    }

    private Task<Answer> CallAsync(string method, string path, string? body = null) =>
        Caller.CallAsync(new HttpMethod(method), path, body is null ? null : new StringContent(body), Emulator.AccessToken);
}
