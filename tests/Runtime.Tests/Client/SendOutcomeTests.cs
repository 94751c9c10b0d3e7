using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>What code can ask of a failure: the outcome, the error, and what helps.</summary>
public sealed class SendOutcomeTests
{
    private static readonly JsonSerializerOptions Reflection = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Theory]
    [InlineData(400, """{"error":{"code":100}}""", SendOutcome.Rejected)]
    [InlineData(400, """{"error":{"code":190}}""", SendOutcome.Rejected)]
    [InlineData(400, """{"error":{"code":4}}""", SendOutcome.Rejected)]
    [InlineData(200, """{"error":{"code":551}}""", SendOutcome.Rejected)]
    [InlineData(400, """{"error":{"code":987654}}""", SendOutcome.Rejected)]
    [InlineData(400, """{"error":{"message":"No"}}""", SendOutcome.Rejected)]
    [InlineData(400, """{"error":{"code":1}}""", SendOutcome.Unknown)]
    [InlineData(400, """{"error":{"code":1,"error_subcode":99}}""", SendOutcome.Unknown)]
    [InlineData(400, """{"error":{"code":1,"error_subcode":1357046}}""", SendOutcome.Unknown)]
    [InlineData(400, """{"error":{"code":2}}""", SendOutcome.Unknown)]
    [InlineData(400, """{"error":{"code":2,"error_subcode":7}}""", SendOutcome.Unknown)]
    [InlineData(400, """{"error":{"code":1200,"error_subcode":2018024}}""", SendOutcome.Unknown)]
    [InlineData(500, """{"error":{"code":100}}""", SendOutcome.Unknown)]
    [InlineData(503, """{"error":{"code":4}}""", SendOutcome.Unknown)]
    [InlineData(200, """{"error":{"message":"No"}}""", SendOutcome.Unknown)]
    [InlineData(400, "no", SendOutcome.Unknown)]
    [InlineData(429, "", SendOutcome.Unknown)]
    [InlineData(500, "", SendOutcome.Unknown)]
    [InlineData(200, "{}", SendOutcome.Unknown)]
    [InlineData(200, "", SendOutcome.Unknown)]
    public async Task A_response_tells_the_outcome(int status, string body, SendOutcome outcome)
    {
        var failure = await Clients.FailAsync(Answers.Json(status, body));

        Assert.Equal((outcome, (HttpStatusCode?)status), (failure.Outcome, failure.StatusCode));
        if (failure.Error is null)
            Assert.Contains("The message may have been delivered.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_sent()
    {
        var failure = await Clients.FailAsync(new Uri("http://127.0.0.1:1"));

        Assert.Equal((SendOutcome.NotSent, null), (failure.Outcome, failure.StatusCode));
    }

    [Fact]
    public async Task A_request_that_violates_the_schema_was_not_sent()
    {
        using var http = new HttpClient();
        var client = new PageMessagesClient(http, new GraphApiOptions { BaseAddress = new("http://127.0.0.1:1"), PageId = "1", AccessToken = "t" });

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => client.SendAsync(new() { Recipient = new() }));

        Assert.Equal(SendOutcome.NotSent, failure.Outcome);
    }

    [Theory]
    [InlineData(true, SendOutcome.NotSent, "The call was canceled. Nothing was sent.")]
    [InlineData(false, SendOutcome.Unknown, "The call was canceled. The message may have been delivered.")]
    public async Task A_canceled_call_tells_the_outcome(bool isEarly, SendOutcome outcome, string message)
    {
        await using var server = new ScriptedServer(Answers.Stall());
        using var http = new HttpClient();
        using var cancel = new CancellationTokenSource();
        if (isEarly)
            await cancel.CancelAsync();

        var sending = Clients.For(server.BaseAddress, http).SendAsync(Requests.Text, cancel.Token);
        while (!isEarly && server.Requests.Count == 0)
            await Task.Delay(10);
        await cancel.CancelAsync();

        var canceled = await Assert.ThrowsAsync<GraphApiCanceledException>(() => sending.WaitAsync(Clients.Patience));
        Assert.Equal((outcome, message, cancel.Token), (canceled.Outcome, canceled.Message, canceled.CancellationToken));
        Assert.True(sending.IsCanceled);
    }

    [Fact]
    public async Task A_response_from_another_address_is_no_success()
    {
        await using var server = new ScriptedServer(Answers.InTurn(Answers.With(307, "Location: /other\r\n", []), Answers.Json(200, Answers.Accepted)));

        // The body is copied before it is sent, so that it can be sent again.
        var failure = await Clients.FailAsync(server.BaseAddress, handler: new Buffering { InnerHandler = new SocketsHttpHandler() });

        Assert.Equal(SendOutcome.Unknown, failure.Outcome);
        Assert.StartsWith("The request was redirected, and the response does not belong to the request.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_tells_what_helps()
    {
        var failure = await Clients.FailAsync(Answers.With(
            400,
            "Content-Type: application/json\r\nRetry-After: 120\r\nX-App-Usage: {\"call_count\":99}\r\nx-page-usage: {}\r\n",
            """{"error":{"code":613,"error_subcode":2534040,"is_transient":true,"fbtrace_id":"AbC"}}"""u8.ToArray()));

        Assert.True(failure.Is(PageMessagesErrors.InstagramRateLimited));
        Assert.True(failure.Is(PageMessagesErrors.RateLimited));
        Assert.False(failure.Is(PageMessagesErrors.AppRateLimited));
        Assert.Same(PageMessagesErrors.InstagramRateLimited, failure.ErrorCode);
        Assert.Equal((ErrorRecovery.Throttle, "Send fewer calls. Wait, then repeat this one.", true, TimeSpan.FromSeconds(120)), (failure.Recovery, failure.Advice, failure.IsTransient, failure.RetryAfter));
        Assert.Equal([("X-App-Usage", "{\"call_count\":99}"), ("X-Page-Usage", "{}")], failure.UsageHeaders.Select(header => (header.Key, header.Value)));
        Assert.InRange(failure.Elapsed, TimeSpan.Zero, Clients.Patience);
    }

    [Theory]
    [InlineData(551, null, true)]
    [InlineData(551, 1545041, true)]
    [InlineData(200, 1545041, true)]
    [InlineData(200, null, false)]
    [InlineData(1545041, null, false)]
    public void Codes_of_one_meaning_are_one_error(int code, int? subcode, bool isUnavailable)
    {
        var failure = new GraphApiException(HttpStatusCode.BadRequest, new GraphApiError { Code = code, Subcode = subcode });

        Assert.Equal(isUnavailable, failure.Is(PageMessagesErrors.PersonUnavailable));
    }

    [Fact]
    public void The_token_is_not_in_options_as_JSON()
    {
        var options = new GraphApiOptions { PageId = "1", AccessToken = Clients.Canary };

        var json = JsonSerializer.Serialize(options, Reflection);

        Assert.Contains("\"PageId\":\"1\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escaped_forms_of_the_token_are_redacted()
    {
        string[] forms = [Uri.EscapeDataString(Clients.Canary), WebUtility.UrlEncode(Clients.Canary), Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Clients.Canary))];

        var failure = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"code":190,"message":"{{{string.Join(' ', forms)}}}"}}"""));

        Assert.Equal("*** *** ***", failure.ErrorMessage);
    }

    private sealed class Buffering : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
