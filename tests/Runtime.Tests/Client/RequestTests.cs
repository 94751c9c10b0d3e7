using System.Net.Http.Headers;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_is_posted_as_JSON_to_the_messages_of_the_Page()
    {
        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted));

        Assert.Equal($"POST /v26.0/{Clients.PageId}/messages HTTP/1.1", received.RequestLine);
        Assert.Equal(["application/json"], received.Values("Content-Type"));
        Assert.Equal([$"{received.Body.Length}"], received.Values("Content-Length"));
        Assert.Equal(await Wire.TextAsync(Requests.Text), received.Text);
    }

    [Fact]
    public async Task The_token_is_in_the_Authorization_header_and_nowhere_else()
    {
        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted), Requests.Everything);

        Assert.Equal([$"Bearer {Clients.Canary}"], received.Values("Authorization"));
        Assert.Single(received.Head.Split("\r\n"), l => l.Contains(Clients.Canary, StringComparison.Ordinal));
        Assert.DoesNotContain("access_token", received.Head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Clients.Canary, received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token", received.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Handlers_of_the_HttpClient_can_read_and_replace_the_Authorization_header()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var handler = new ReplacingToken();
        using var http = new HttpClient(handler);

        await Clients.For(server.BaseAddress, http).SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Equal(new AuthenticationHeaderValue("Bearer", Clients.Canary), handler.Replaced);
        Assert.Equal(["Bearer another"], Assert.Single(server.Requests).Values("Authorization"));
    }

    [Fact]
    public async Task The_version_of_the_options_comes_before_that_of_the_schema()
    {
        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted), change: o => o.Version = "v9.1");

        Assert.Equal($"/v9.1/{Clients.PageId}/messages", received.Target);
    }

    [Fact]
    public async Task The_Page_can_be_called_me()
    {
        var (_, received) = await Clients.ExchangeAsync(Answers.Json(200, Answers.Accepted), change: o => o.PageId = "me");

        Assert.Equal("/v26.0/me/messages", received.Target);
    }

    [Fact]
    public async Task Headers_and_address_of_the_HttpClient_do_not_lead_a_request_astray()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1/elsewhere/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "somebody-else");

        await Clients.For(server.BaseAddress, http).SendAsync(Requests.Text);

        var received = Assert.Single(server.Requests);
        Assert.Equal([$"Bearer {Clients.Canary}"], received.Values("Authorization"));
        Assert.Equal($"/v26.0/{Clients.PageId}/messages", received.Target);
    }

    [Fact]
    public async Task Options_that_are_changed_later_do_not_reach_the_client()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var http = new HttpClient();
        var options = Clients.Options(server.BaseAddress);
        var client = new PageMessagesClient(http, options);
        (options.PageId, options.AccessToken, options.Version, options.BaseAddress) = ("7", "other", "v1.0", ScriptedServer.Nobody());

        await client.SendAsync(Requests.Text);

        var received = Assert.Single(server.Requests);
        Assert.Equal([$"Bearer {Clients.Canary}"], received.Values("Authorization"));
        Assert.Equal($"/v26.0/{Clients.PageId}/messages", received.Target);
    }

    [Fact]
    public async Task Several_threads_may_use_one_client()
    {
        await using var server = new ScriptedServer(async (connection, request, ct) =>
        {
            var id = System.Text.Json.Nodes.JsonNode.Parse(request.Text)!["recipient"]!["id"]!.GetValue<string>();
            await Answers.Json(200, $$"""{"recipient_id":"{{id}}","message_id":"m_1"}""")(connection, request, ct);
        });
        using var http = new HttpClient();
        var client = Clients.For(server.BaseAddress, http);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => client.SendAsync(Requests.Text with { Recipient = new() { Id = $"{i}" } }))));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), answers.Select(a => a.RecipientId));
    }

    private sealed class ReplacingToken() : DelegatingHandler(new SocketsHttpHandler())
    {
        public AuthenticationHeaderValue? Replaced { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Replaced = request.Headers.Authorization;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "another");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
