using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>Whose bodies are accepted.</summary>
public sealed class SignatureTests
{
    private static readonly string Body = Bodies.Of(Bodies.Message("m_1", text: "gr\\u00fc\\u00dfe"));

    [Fact]
    public async Task A_signed_body_is_accepted()
    {
        await using var bot = await Bot.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Body));
        await bot.EndedAsync(1);

        Assert.Equal(("1", "m_1", "grüße"), Assert.Single(bot.Handled.Select(e => (e.CustomerId, e.Identity, e.Text))));
        Assert.Equal(new WebhookContext("page", Bodies.Page), Assert.Single(bot.Contexts));
    }

    public static TheoryData<string, string?> Wrong()
    {
        var right = Bot.Sign(Body);
#pragma warning disable CA5350 // The older header has it, which is not accepted.
        var sha1 = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Bot.Secret), Encoding.UTF8.GetBytes(Body)));
#pragma warning restore CA5350
        return new()
        {
            { "missing", null },
            { "empty", "" },
            { "first digit", Turn(right, "sha256=".Length) },
            { "last digit", Turn(right, right.Length - 1) },
            { "of another secret", Bot.Sign(Body, "another") },
            { "of another body", Bot.Sign(Bodies.Of(Bodies.Message("m_2"))) },
            { "of the body without its end", Bot.Sign(Body[..^1]) },
            { "without the algorithm", right["sha256=".Length..] },
            { "too short", right[..^2] },
            { "too long", $"{right}00" },
            { "sha1", $"sha1={sha1}" },
            { "sha1 of the right length", $"sha1={right["sha256=".Length..]}" },
            { "sha256 with the digits of sha1", $"sha256={sha1}" },
            { "two of them", $"{right},{right}" },
            { "not digits", $"sha256={new string('x', 64)}" },
        };

        static string Turn(string text, int index) => string.Concat(text.AsSpan(0, index), text[index] == '0' ? "1" : "0", text.AsSpan(index + 1));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Any_other_signature_is_refused(string what, string? signature)
    {
        Assert.NotEqual("", what);
        await using var bot = await Bot.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(Body, signature));

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Of(Bodies.Message("m_2"))));
        await bot.EndedAsync(1);
        Assert.Equal("m_2", Assert.Single(bot.Handled).Identity);
    }

    [Fact]
    public async Task Two_headers_are_refused_even_if_one_is_right()
    {
        await using var bot = await Bot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook") { Content = new StringContent(Body) };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", [Bot.Sign(Body), Bot.Sign("")]);

        using var response = await bot.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(bot.Handled);
    }

    [Fact]
    public async Task A_body_that_was_read_and_written_again_is_refused()
    {
        await using var bot = await Bot.StartAsync();
        var rewritten = JsonNode.Parse(Body)!.ToJsonString();
        Assert.NotEqual(Body, rewritten);

        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(rewritten, Bot.Sign(Body)));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Body));
    }

    [Fact]
    public async Task While_a_secret_is_replaced_both_are_accepted()
    {
        await using var bot = await Bot.StartAsync(new() { Options = options => options.AppSecrets.Add("the new one") });

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Body, Bot.Sign(Body)));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Body, Bot.Sign(Body, "the new one")));
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(Body, Bot.Sign(Body, "the next one")));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"object":"page","entry":[{"id":"private text of a customer"}]}""")]
    public async Task A_signed_body_that_cannot_be_read_is_refused_and_not_quoted(string body)
    {
        await using var bot = await Bot.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await bot.PostAsync(body));

        Assert.Contains(bot.Logs.Ours, entry => entry.Level == LogLevel.Error && entry.Text.Contains("cannot be read", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.All, entry => entry.Text.Contains("private text", StringComparison.Ordinal));
    }
}
