using Ledger;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>Lists that come in pages, and answers that are no objects.</summary>
public sealed class ListTests
{
    private const string Canary = Clients.Canary;

    [Fact]
    public async Task All_pages_are_read_one_after_the_other()
    {
        await using var server = new ScriptedServer((connection, request, ct) => Answers.Json(200, request.Target.Contains("after=2", StringComparison.Ordinal)
            ? """{"paging":{"previous":"x"},"data":[{"name":"c"}]}"""
            : $$$"""{"data":[{"name":"a","kind":"in"},null,{"name":"b","kind":"sideways"}],"paging":{"cursors":{"after":"2"},"next":"http://{{{Host(request)}}}/v26.0/1/entries?access_token={{{Canary}}}&limit=2&Access%5Ftoken={{{Canary}}}&after=2"}}""")(connection, request, ct));
        using var http = new HttpClient();

        var names = await ReadAsync(Client(server, http).ListAsync(limit: 2), entry => entry.Name);

        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal(["/v26.0/100200300400500/entries?limit=2", "/v26.0/1/entries?limit=2&after=2"], server.Requests.Select(r => r.Target));
        Assert.All(server.Requests, r => Assert.Equal([$"Bearer {Canary}"], r.Values("Authorization")));
    }

    [Fact]
    public async Task A_page_is_requested_when_its_first_element_is()
    {
        await using var server = new ScriptedServer((connection, request, ct) => Answers.Json(200, $$$"""{"data":["a","b"],"paging":{"next":"http://{{{Host(request)}}}/v26.0/1/names?after={{{request.Target.Length}}}"}}""")(connection, request, ct));
        using var http = new HttpClient();

        await foreach (var name in Client(server, http).ListNamesAsync())
        {
            if (name == "b")
                break;
        }

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/v26.0/x", "The next page is on another host, which does not get the access token.")]
    [InlineData("https://graph.facebook.com/v26.0/x", "The next page is on another host, which does not get the access token.")]
    [InlineData("/v26.0/x", "The next page is on another host, which does not get the access token.")]
    [InlineData("", "The next page is on another host, which does not get the access token.")]
    [InlineData("http://HOST/v26.0/100200300400500/ids", "The next page was already read.")]
    public async Task A_next_page_that_cannot_be_read_is_an_error_after_the_elements_before_it(string next, string message)
    {
        await using var server = new ScriptedServer((connection, request, ct) =>
            Answers.Json(200, $$$"""{"data":[1,2],"paging":{"next":"{{{next.Replace("HOST", Host(request), StringComparison.Ordinal)}}}"}}""")(connection, request, ct));
        using var http = new HttpClient();
        var read = new List<long>();

        var failure = await Assert.ThrowsAsync<GraphApiException>(async () =>
        {
            await foreach (var id in Client(server, http).ListIdsAsync())
                read.Add(id);
        });

        Assert.Equal(message, failure.Message);
        Assert.Equal([1, 2], read);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"No.","code":10}}""", "Graph API error 10 (HTTP 400): No.")]
    [InlineData(200, """{"error":{"message":"No.","code":10}}""", "Graph API error 10 (HTTP 200): No.")]
    [InlineData(200, "{}", "The response cannot be read.")]
    [InlineData(200, """{"data":{}}""", "The response cannot be read.")]
    [InlineData(200, "[]", "The response cannot be read.")]
    public async Task A_page_that_cannot_be_read_is_an_error(int status, string body, string message)
    {
        var failure = await FailAsync(status, body, client => ReadAsync(client.ListAsync(), entry => entry.Name));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_all_kinds_are_read()
    {
        Assert.Equal([new Entry { Name = "a" }], await ExchangeAsync("""[{"name":"a"}]""", c => c.AllAsync()));
        Assert.Equal([Kind.Out, Kind.In], await ExchangeAsync("""["out","IN"]""", c => c.KindsAsync()));
        Assert.Equal("""{"a":[1.50]}""", (await ExchangeAsync("""{"a":[1.50]}""", c => c.AnyAsync())).GetRawText());
        Assert.Equal("text", (await ExchangeAsync("\"text\"", c => c.AnyAsync())).GetString());
        Assert.True(await ExchangeAsync("true", c => c.IsOpenAsync()));
        Assert.False(await ExchangeAsync(" false\n", c => c.IsOpenAsync()));
        Assert.Equal(7, await ExchangeAsync("7", c => c.CountAsync(new())));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(200, "true")]
    [InlineData(200, """{"success":true}""")]
    [InlineData(200, "OK")]
    public async Task Nothing_is_expected_of_an_answer_that_does_not_matter(int status, string body)
    {
        await using var server = new ScriptedServer(Answers.Json(status, body));
        using var http = new HttpClient();

        await Client(server, http).RemoveAsync();
        await Client(server, http).AddAsync(new());

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(200, """{"error":{"message":"No.","code":10}}""", "Graph API error 10 (HTTP 200): No.")]
    [InlineData(500, "", "The server returned HTTP 500 without a Graph API error. The call may have been processed.")]
    [InlineData(500, "true", "The server returned HTTP 500 without a Graph API error. The call may have been processed.")]
    public async Task A_refusal_is_an_error_whatever_the_answer_is(int status, string body, string message)
    {
        Assert.StartsWith(message, (await FailAsync(status, body, c => c.AddAsync(new()))).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, (await FailAsync(status, body, c => c.CountAsync(new()))).Message, StringComparison.Ordinal);
        Assert.StartsWith(message.Replace("The call may have been processed.", "", StringComparison.Ordinal).TrimEnd(), (await FailAsync(status, body, c => c.IsOpenAsync())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("true false")]
    public async Task A_value_of_another_kind_is_an_error(string body) =>
        Assert.Equal("The response cannot be read.", (await FailAsync(200, body, c => c.IsOpenAsync())).Message);

    [Fact]
    public async Task Only_a_send_speaks_of_a_message()
    {
        Assert.EndsWith(" The message may have been delivered.", (await FailAsync(500, "", c => c.SendAsync(new()))).Message, StringComparison.Ordinal);
        Assert.EndsWith(" The call may have been processed.", (await FailAsync(500, "", c => c.AddAsync(new()))).Message, StringComparison.Ordinal);
    }

    private static LedgerClient Client(ScriptedServer server, HttpClient http) => new(http, Clients.Options(server.BaseAddress));

    private static string Host(ReceivedRequest request) => request.Values("Host")[0];

    private static async Task<List<TResult>> ReadAsync<T, TResult>(IAsyncEnumerable<T> list, Func<T, TResult> select)
    {
        var results = new List<TResult>();
        await foreach (var element in list)
            results.Add(select(element));
        return results;
    }

    private static async Task<T> ExchangeAsync<T>(string body, Func<LedgerClient, Task<T>> call)
    {
        await using var server = new ScriptedServer(Answers.Json(200, body));
        using var http = new HttpClient();
        return await call(Client(server, http)).WaitAsync(Clients.Patience);
    }

    private static async Task<GraphApiException> FailAsync(int status, string body, Func<LedgerClient, Task> call)
    {
        await using var server = new ScriptedServer(Answers.Json(status, body));
        using var http = new HttpClient();
        return await Assert.ThrowsAsync<GraphApiException>(() => call(Client(server, http)).WaitAsync(Clients.Patience));
    }
}
