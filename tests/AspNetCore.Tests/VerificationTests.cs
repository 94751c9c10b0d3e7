using System.Net;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>The question of a server whether this is the address of the app.</summary>
public sealed class VerificationTests
{
    private const string Right = $"hub.mode=subscribe&hub.verify_token={Bot.VerifyToken}&hub.challenge=1158201444";

    [Fact]
    public async Task The_challenge_is_returned()
    {
        await using var bot = await Bot.StartAsync();

        using var response = await bot.Http.GetAsync(new Uri($"/webhook?{Right}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("1158201444", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_challenge_is_never_a_page()
    {
        const string Script = "<script>alert(1)</script> ü\r\nX-Injected: 1";
        await using var bot = await Bot.StartAsync();

        using var response = await bot.Http.GetAsync(new Uri($"/webhook?hub.mode=subscribe&hub.verify_token={Bot.VerifyToken}&hub.challenge={Uri.EscapeDataString(Script)}", UriKind.Relative));

        Assert.Equal(Script, await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.False(response.Headers.Contains("X-Injected"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hub.mode=subscribe&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.verify_token=&hub.challenge=1")]
    [InlineData("hub.mode=subscribe&hub.verify_token=another&hub.challenge=1")]
    [InlineData($"hub.mode=subscribe&hub.verify_token={Bot.VerifyToken}x&hub.challenge=1")]
    [InlineData($"hub.mode=subscribe&hub.verify_token=x{Bot.VerifyToken}&hub.challenge=1")]
    [InlineData($"hub.mode=subscribe&hub.verify_token={Bot.VerifyToken}&hub.verify_token={Bot.VerifyToken}&hub.challenge=1")]
    [InlineData($"hub.mode=unsubscribe&hub.verify_token={Bot.VerifyToken}&hub.challenge=1")]
    [InlineData($"hub.verify_token={Bot.VerifyToken}&hub.challenge=1")]
    [InlineData($"hub.mode=subscribe&hub.verify_token={Bot.VerifyToken}")]
    [InlineData($"hub.mode=subscribe&hub.verify_token={Bot.VerifyToken}&hub.challenge=")]
    public async Task Other_questions_are_refused(string query)
    {
        await using var bot = await Bot.StartAsync();

        using var response = await bot.Http.GetAsync(new Uri($"/webhook?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_refused(string method)
    {
        await using var bot = await Bot.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/webhook");

        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
