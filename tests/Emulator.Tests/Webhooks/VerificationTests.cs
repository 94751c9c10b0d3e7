using Microsoft.AspNetCore.Http;

namespace PageMessagesGen.Emulator.Tests.Webhooks;

/// <summary>Whether the webhook knows the verify token.</summary>
public sealed class VerificationTests : WebhookTest
{
    [Fact]
    public async Task It_is_verified_at_the_start()
    {
        await using var sender = Start();
        await IdleAsync(sender);

        var call = Assert.Single(Listener.Verifications);
        Assert.Equal(["hub.mode", "hub.challenge", "hub.verify_token"], call.Query.Select(q => q.Key));
        Assert.Equal("subscribe", call.Query["hub.mode"]);
        Assert.Equal(WebhookListener.VerifyToken, call.Query["hub.verify_token"]);
        Assert.Matches("^[0-9]{9,10}$", call.Query["hub.challenge"].ToString());
        Assert.True(sender.IsVerified);
        Assert.Null(sender.Verification.Reason);
    }

    [Fact]
    public async Task A_query_of_the_URL_is_kept()
    {
        var options = Listener.Options();
        options.Url = new Uri(options.Url, "/hooks?tenant=a%20b");
        await using var sender = await StartVerifiedAsync(options);

        sender.Add(Text("a"));
        await IdleAsync(sender);

        Assert.Equal("a b", Assert.Single(Listener.Verifications).Query["tenant"]);
        Assert.Equal(["tenant"], Assert.Single(Listener.Posts).Query.Select(q => q.Key));
    }

    [Fact]
    public async Task A_webhook_with_another_verify_token_gets_no_events()
    {
        var options = Listener.Options();
        options.VerifyToken = "another one";
        await using var sender = Start(options);
        await IdleAsync(sender);
        Assert.Equal("The webhook responded with status 403 instead of 200.", sender.Verification.Reason);

        sender.Add(Text("a"));
        Assert.Equal(TimeSpan.FromSeconds(1), await Clock.NextWaitAsync(calls: 2));

        Assert.Equal(2, Listener.Verifications.Count);
        Assert.Empty(Listener.Posts);
        Assert.Equal(1, (await NextReportAsync()).Webhook!.Number);
        Assert.Equal(2, (await NextReportAsync()).Webhook!.Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"CHALLENGE\"")]
    [InlineData("CHALLENGE\n")]
    [InlineData("ok")]
    public async Task The_challenge_alone_is_the_right_response(string body)
    {
        Listener.OnVerify = context => context.Response.WriteAsync(body.Replace("CHALLENGE", context.Request.Query["hub.challenge"], StringComparison.Ordinal));
        await using var sender = Start();
        await IdleAsync(sender);

        Assert.False(sender.IsVerified);
        Assert.Equal("The webhook responded with something else than the challenge.", sender.Verification.Reason);
    }

    [Fact]
    public async Task An_app_that_starts_later_is_verified_when_there_is_an_event_for_it()
    {
        Listener.OnVerify = Refuse;
        await using var sender = Start();
        await IdleAsync(sender);
        Assert.False(sender.IsVerified);

        Listener.OnVerify = WebhookListener.VerifyAsync;
        sender.Add(Text("a"));
        sender.Add(Text("b"));
        await IdleAsync(sender);

        Assert.True(sender.IsVerified);
        Assert.Equal(2, Listener.Verifications.Count);
        Assert.Equal(["a", "b"], Listener.Posts.SelectMany(p => p.Texts));
    }

    [Fact]
    public async Task A_verification_on_request_ends_the_wait_for_the_next_attempt()
    {
        Listener.OnVerify = Refuse;
        await using var sender = Start();
        sender.Add(Text("a"));
        await Clock.NextWaitAsync(calls: 2);

        Assert.False((await sender.VerifyAsync(CancellationToken.None)).IsVerified);
        Listener.OnVerify = WebhookListener.VerifyAsync;
        Assert.True((await sender.VerifyAsync(CancellationToken.None)).IsVerified);
        await IdleAsync(sender);

        Assert.Equal(["a"], Assert.Single(Listener.Posts).Texts);
    }

    [Fact]
    public async Task A_webhook_can_lose_its_verification()
    {
        await using var sender = await StartVerifiedAsync();
        Listener.OnVerify = Refuse;

        await sender.VerifyAsync(CancellationToken.None);

        Assert.False(sender.IsVerified);
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
