using System.Net;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class TransportFailureTests
{
    private const string MayBeDelivered = " The message may have been delivered.";

    public static TheoryData<string> AllFailures => [.. Failures.Scripts.Keys];

    [Theory]
    [MemberData(nameof(AllFailures))]
    public async Task Whatever_a_server_does_the_failure_is_a_GraphApiException_with_a_message_to_read(string script)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };

        var failure = await Clients.FailAsync(Failures.Scripts[script], handler: handler);

        Assert.Matches(@"^[A-Z][^\r\n{}']{20,300}[.\])]$", failure.Message);
        Assert.DoesNotContain("Exception of type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_listens_means_that_nothing_was_sent()
    {
        var failure = await Clients.FailAsync(ScriptedServer.Nobody());

        Assert.StartsWith("The Graph API cannot be reached. Nothing was sent. (Connection refused", failure.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.Null(failure.StatusCode);
    }

    [Theory]
    [InlineData("a closed connection")]
    [InlineData("a reset connection")]
    [InlineData("an end within the headers")]
    public async Task No_answer_leaves_open_whether_the_message_was_delivered(string script)
    {
        var failure = await Clients.FailAsync(Failures.Scripts[script]);

        Assert.StartsWith($"No response from the Graph API.{MayBeDelivered} (", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.StatusCode);
    }

    [Theory]
    [InlineData("less than was announced")]
    [InlineData("a broken gzip")]
    public async Task An_answer_that_breaks_off_leaves_it_open_too(string script)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };

        var failure = await Clients.FailAsync(Failures.Scripts[script], handler: handler);

        Assert.StartsWith($"The response ended prematurely.{MayBeDelivered} (", failure.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, failure.StatusCode);
    }

    [Theory]
    [InlineData("no HTTP", null)]
    [InlineData("no status", null)]
    [InlineData("no header", null)]
    [InlineData("a broken chunk", HttpStatusCode.OK)]
    public async Task What_is_no_HTTP_is_not_quoted(string script, HttpStatusCode? status)
    {
        var failure = await Clients.FailAsync(Failures.Scripts[script]);

        Assert.Equal($"The response is not HTTP.{MayBeDelivered}", failure.Message);
        Assert.Null(failure.InnerException);
        Assert.Equal(status, failure.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Half: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"message_id\":")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n{\"message_id\":\"m_1\"}")]
    public async Task A_server_that_falls_silent_is_given_up_when_the_time_of_the_HttpClient_is_over(string beginning)
    {
        var failure = await Clients.FailAsync(Answers.Stall(beginning), TimeSpan.FromMilliseconds(300));

        Assert.Equal($"The Graph API did not respond in time.{MayBeDelivered}", failure.Message);
        Assert.IsType<OperationCanceledException>(failure.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task An_answer_that_trickles_on_is_given_up_too()
    {
        var failure = await Clients.FailAsync(Answers.Repeat(" ", TimeSpan.FromMilliseconds(20)), TimeSpan.FromSeconds(1));

        Assert.Equal($"The Graph API did not respond in time.{MayBeDelivered}", failure.Message);
        Assert.Equal(HttpStatusCode.OK, failure.StatusCode);
    }

    [Fact]
    public async Task An_HttpClient_without_a_time_limit_works()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };

        var answer = await Clients.For(server.BaseAddress, http).SendAsync(Requests.Text).WaitAsync(Clients.Patience);

        Assert.Equal("m_AbC-123", answer.MessageId);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_unless_the_HttpClient_does()
    {
        await using var elsewhere = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var server = new ScriptedServer(Answers.With(307, $"Location: {elsewhere.BaseAddress}\r\n", []));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };

        var failure = await Clients.FailAsync(server.BaseAddress, handler: handler);

        Assert.Equal($"The server returned HTTP 307 without a Graph API error.{MayBeDelivered}", failure.Message);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_redirect_that_is_followed_takes_neither_the_token_nor_the_message_along()
    {
        await using var elsewhere = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var server = new ScriptedServer(Answers.With(302, $"Location: {elsewhere.BaseAddress}\r\n", []));

        await Clients.FailAsync(server.BaseAddress, handler: new SocketsHttpHandler { AllowAutoRedirect = true });

        var received = Assert.Single(elsewhere.Requests);
        Assert.Empty(received.Values("Authorization"));
        Assert.DoesNotContain(Clients.Canary, received.Head, StringComparison.Ordinal);
        Assert.Equal("", received.Text);
    }

    [Fact]
    public async Task One_send_is_one_request()
    {
        await using var server = new ScriptedServer(Failures.Scripts["a closed connection"]);

        await Clients.FailAsync(server.BaseAddress);

        Assert.Single(server.Requests);
    }
}
