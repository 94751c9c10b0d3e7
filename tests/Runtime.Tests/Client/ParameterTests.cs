using Ledger;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>Parameters of all types reach the server as they are meant, and are validated before.</summary>
public sealed class ParameterTests
{
    [Fact]
    public async Task Each_type_is_written()
    {
        var target = await CallAsync(client => client.FindAsync(
            Kind.Out, path: "a b", request_: true, otherPage: 7, odd: 0.5m, since: new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), words: ["a, b", "\"c\""],
            kinds: [Kind.In, Kind.Out], ids: [1, 2], names: ["x,y", "z"], like: new() { Name = "é", Kind = Kind.In }, more: [new() { Name = "b" }],
            limits: new Dictionary<string, IReadOnlyList<Kind>> { ["c"] = [Kind.Out] }, free: RawJson.Parse("[1.50]")));

        Assert.Equal(
            "/v26.0/entries/out?path=a b&request=true&page_id=7&a.b c&d=0.5&since=2026-11-22T10:00:00+0000&words=[\"a, b\",\"\\\"c\\\"\"]&kinds=in&kinds=out&ids=1&ids=2"
            + "&names=x,y&names=z&like={\"name\":\"é\",\"kind\":\"in\"}&more=[{\"name\":\"b\"}]&limits={\"c\":[\"out\"]}&free=[1.50]",
            Uri.UnescapeDataString(target));
        Assert.Contains("&a.b%20c%26d=0.5&", target, StringComparison.Ordinal);
        Assert.Contains("&words=%5B%22a%2C%20b%22", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_absent_is_not_written()
    {
        Assert.Equal("/v26.0/entries/in", await CallAsync(client => client.FindAsync(Kind.In, free: default(System.Text.Json.JsonElement), ids: [])));
        Assert.Equal("/v26.0/100200300400500/needs?free=1&ids=[]", Uri.UnescapeDataString(await CallAsync(client => client.NeedAsync(RawJson.Parse("1"), []))));
    }

    public static TheoryData<string, string> Violations => new()
    {
        { "path", "length path: 'path' must have at most 3 characters." },
        { "page", "number page_id: 'page_id' must be at least 1." },
        { "odd", "number a.b c&d: 'a.b c&d' must be at most 0.5." },
        { "words", "length words[1]: 'words[1]' must have at most 5 characters." },
        { "ids", "count ids: 'ids' must have at most 2 elements." },
        { "like", "length like.name: 'name' must have at most 5 characters." },
        { "more", "length more[1].name: 'name' must have at most 5 characters." },
        { "old", "refused old: 'old' has been refused since 2026-01-01. It was removed." },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task A_violation_is_found_before_the_call(string name, string expected)
    {
        await using var server = new ScriptedServer(Answers.Json(200, ""));
        using var http = new HttpClient();
        var options = Clients.Options(server.BaseAddress);
        options.Validation = ValidationMode.Enforce;
        var client = new LedgerClient(http, options);

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => name switch
        {
            "path" => client.FindAsync(Kind.In, path: "four"),
            "page" => client.FindAsync(Kind.In, otherPage: 0),
            "odd" => client.FindAsync(Kind.In, odd: 0.51m),
            "words" => client.FindAsync(Kind.In, words: ["a", "longer"]),
            "ids" => client.FindAsync(Kind.In, ids: [1, 2, 3]),
            "like" => client.FindAsync(Kind.In, like: new() { Name = "longer" }),
            "more" => client.FindAsync(Kind.In, more: [new(), new() { Name = "longer" }]),
            _ => client.FindAsync(Kind.In, old: "a"),
        });

        Assert.Equal(expected, string.Join(" | ", failure.Violations.Select(v => $"{v.Rule} {v.Path}: {v.Message}")));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_violation_is_reported_through_the_task_or_the_list()
    {
        using var http = new HttpClient();
        var options = Clients.Options(ScriptedServer.Nobody());
        options.Validation = ValidationMode.Enforce;
        var client = new LedgerClient(http, options);

        var (call, list) = (client.FindAsync(Kind.In, path: "four"), client.ListAsync(limit: 101));

        Assert.Equal("length", Assert.Single((await Assert.ThrowsAsync<GraphApiException>(() => call)).Violations).Rule);
        Assert.Equal("number", Assert.Single((await Assert.ThrowsAsync<GraphApiException>(async () => await list.GetAsyncEnumerator().MoveNextAsync())).Violations).Rule);
    }

    [Fact]
    public async Task Without_validation_nothing_is_found() =>
        Assert.EndsWith("?path=four", await CallAsync(client => client.FindAsync(Kind.In, path: "four")), StringComparison.Ordinal);

    [Theory]
    [InlineData("kinds")]
    [InlineData("names")]
    [InlineData("more")]
    public async Task What_cannot_be_written_is_an_argument_exception(string name)
    {
        using var http = new HttpClient();
        var client = new LedgerClient(http, Clients.Options(ScriptedServer.Nobody()));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => name switch
        {
            "kinds" => client.FindAsync(Kind.In, kinds: [(Kind)77]),
            "names" => client.FindAsync(Kind.In, names: [null!]),
            _ => client.FindAsync(Kind.In, more: [null!]),
        });
    }

    private static async Task<string> CallAsync(Func<LedgerClient, Task> call)
    {
        await using var server = new ScriptedServer(Answers.Json(200, ""));
        using var http = new HttpClient();
        await call(new LedgerClient(http, Clients.Options(server.BaseAddress))).WaitAsync(Clients.Patience);
        return Assert.Single(server.Requests).Target;
    }
}
