using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>What is not logged, at no level.</summary>
public sealed class SecrecyTests
{
    private const string PrivateText = "private-text-of-a-customer";
    private const string Customer = "customer-8812";

    [Fact]
    public async Task No_log_has_a_secret_a_token_a_signature_or_what_a_customer_wrote()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            // The host logs the URL of each request, and that of a verification has the token.
            Services = services => services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)),
            Options = options => options.Capacity = 2,
        });
        var body = Bodies.Of(Bodies.Message("m_1", Customer, PrivateText));
        var question = $"/webhook?hub.mode=subscribe&hub.challenge=1&hub.verify_token={Bot.VerifyToken}";

        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync(new Uri(question, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.Http.GetAsync(new Uri($"{question}-wrong", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(body, Bot.Sign(body, "another")));
        Assert.Equal(HttpStatusCode.BadRequest, await bot.PostAsync(PrivateText));
        await bot.EndedAsync(1);
        await bot.StopAsync();

        Assert.NotEmpty(bot.Logs.Ours);
        Assert.Contains(bot.Logs.All, entry => entry.Category.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal));
        foreach (var secret in new[] { Bot.Secret, Bot.VerifyToken, Bot.Sign(body)["sha256=".Length..], PrivateText, Customer, "m_1" })
            Assert.DoesNotContain(bot.Logs.All, entry => entry.Text.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LogLevel.Information, true)]
    [InlineData(LogLevel.Warning, false)]
    public async Task A_log_that_has_URLs_is_named_at_the_start(LogLevel level, bool isNamed)
    {
        await using var bot = await Bot.StartAsync(new() { Services = services => services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", level)) });

        Assert.Equal(isNamed, bot.Logs.Ours.Any(entry => entry.Level == LogLevel.Warning && entry.Text.Contains("Microsoft.AspNetCore.Hosting.Diagnostics", StringComparison.Ordinal)));
    }
}
