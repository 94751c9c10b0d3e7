using System.Diagnostics;
using System.Globalization;
using System.Net;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class SecretTests
{
    public static TheoryData<string> AllFailures => [.. Failures.Scripts.Keys];

    [Theory]
    [MemberData(nameof(AllFailures))]
    public async Task No_failure_shows_the_token(string script)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };

        AssertHidesToken(await Clients.FailAsync(Failures.Scripts[script], handler: handler));
    }

    [Fact]
    public async Task No_failure_to_connect_or_to_wait_shows_the_token()
    {
        AssertHidesToken(await Clients.FailAsync(ScriptedServer.Nobody()));
        AssertHidesToken(await Clients.FailAsync(Answers.Stall(), TimeSpan.FromMilliseconds(200)));
        AssertHidesToken(await Clients.FailAsync(Answers.Stall($"HTTP/1.1 200 OK\r\n\r\n{Clients.Canary}"), TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task A_handler_that_quotes_the_request_does_not_show_the_token()
    {
        using var handler = new QuotingHandler();

        var failure = await Clients.FailAsync(GraphApiOptions.DefaultBaseAddress, handler: handler);

        AssertHidesToken(failure);
        Assert.Contains("Authorization: Bearer ***", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("type")]
    [InlineData("error_user_title")]
    [InlineData("error_user_msg")]
    [InlineData("fbtrace_id")]
    public async Task A_token_that_the_server_quotes_is_blanked_out_and_the_rest_is_kept(string member)
    {
        var error = (await Clients.FailAsync(Answers.Json(400, Failures.ErrorWith(member)))).Error!;

        var text = error.Message ?? error.Type ?? error.UserTitle ?? error.UserMessage ?? error.TraceId;
        Assert.Equal("Bad token ***: ***.", text);
    }

    [Fact]
    public async Task It_is_blanked_out_in_any_casing_and_before_the_text_is_shortened()
    {
        var text = $"{new string('a', 490)} {Clients.Canary} {Clients.Canary.ToUpperInvariant()}";

        var failure = await Clients.FailAsync(Answers.Json(400, $$$"""{"error":{"message":"{{{text}}}"}}"""));

        Assert.Equal($"{new string('a', 490)} *** ***", failure.ErrorMessage);
        Assert.DoesNotContain(Clients.Canary[..4], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_activity_carries_the_token()
    {
        var seen = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                var tags = activity.TagObjects.Select(t => Convert.ToString(t.Value, CultureInfo.InvariantCulture));
                var events = activity.Events.SelectMany(e => e.Tags).Select(t => Convert.ToString(t.Value, CultureInfo.InvariantCulture));
                lock (seen)
                    seen.Add(string.Join(' ', [activity.DisplayName, activity.StatusDescription, .. tags, .. events]));
            },
        };
        ActivitySource.AddActivityListener(listener);

        var failure = await Clients.FailAsync(Answers.Json(400, Failures.ErrorWith("message")));

        AssertHidesToken(failure);
        lock (seen)
        {
            Assert.Contains(seen, s => s.Contains($"/{Clients.PageId}/messages", StringComparison.Ordinal));
            Assert.DoesNotContain(seen, s => s.Contains(Clients.Canary, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Options_do_not_print_the_token_wherever_it_was_put()
    {
        var good = Clients.Options(GraphApiOptions.DefaultBaseAddress);
        Assert.Equal(
            $"GraphApiOptions {{ PageId = {Clients.PageId}, BaseAddress = https://graph.facebook.com, Version = (the schema's), AccessToken = *** }}",
            good.ToString());

        var confused = new GraphApiOptions
        {
            PageId = Clients.Canary,
            Version = Clients.Canary,
            AccessToken = Clients.PageId,
            BaseAddress = new Uri($"https://{Uri.EscapeDataString(Clients.Canary)}@example.com:8443/{Clients.Canary}?access_token={Clients.Canary}#{Clients.Canary}"),
        };
        Assert.Equal(
            "GraphApiOptions { PageId = (unusable), BaseAddress = https://example.com:8443, Version = (unusable), AccessToken = *** }",
            confused.ToString());

        var empty = new GraphApiOptions { PageId = null!, AccessToken = null!, BaseAddress = null!, Version = "v2.0" };
        Assert.Equal("GraphApiOptions { PageId = (unusable), BaseAddress = (unusable), Version = v2.0, AccessToken = *** }", empty.ToString());
    }

    [Fact]
    public void A_client_does_not_print_the_token()
    {
        using var http = new HttpClient();

        Assert.Equal("PageMessages.PageMessagesClient", Clients.For(GraphApiOptions.DefaultBaseAddress, http).ToString());
    }

    private static void AssertHidesToken(GraphApiException failure)
    {
        string?[] shown =
        [
            failure.ToString(), failure.Message, failure.Error?.ToString(), failure.Type, failure.ErrorMessage, failure.UserTitle,
            failure.UserMessage, failure.TraceId, failure.Meaning, failure.GetBaseException().ToString(),
        ];
        // A piece of it is enough, and HttpClient quotes some bytes in hexadecimal.
        Assert.All(shown, text => Assert.DoesNotContain("Canary", text ?? "", StringComparison.OrdinalIgnoreCase));
        Assert.All(shown, text => Assert.DoesNotContain(BitConverter.ToString("Canary"u8.ToArray()), text ?? "", StringComparison.OrdinalIgnoreCase));
        for (Exception? each = failure; each is not null; each = each.InnerException)
            Assert.Empty(each.Data);
    }

    private sealed class QuotingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException($"Circuit open. Not sent: {request}", new InvalidOperationException(request.ToString()));
    }
}
