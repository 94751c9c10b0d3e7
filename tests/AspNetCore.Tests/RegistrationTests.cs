using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Generated;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>The registration of webhooks, and their options.</summary>
public sealed class RegistrationTests
{
    private const string Hidden = "hidden-value-71";

    public static TheoryData<string, Action<WebhookReceiverOptions>> Mistakes() => new()
    {
        { "AppSecrets", options => options.AppSecrets.Clear() },
        { "AppSecrets", options => options.AppSecrets.Add("") },
        { "AppSecrets", options => options.AppSecrets.Add("  ") },
        { "AppSecrets", options => options.AppSecrets.Add(null!) },
        { "VerifyToken", options => options.VerifyToken = "" },
        { "VerifyToken", options => options.VerifyToken = null! },
        { "MaxBodySize", options => options.MaxBodySize = 0 },
        { "MaxBodySize", options => options.MaxBodySize = int.MaxValue },
        { "Capacity", options => options.Capacity = 0 },
        { "MaxConcurrency", options => options.MaxConcurrency = 0 },
        { "RememberedEvents", options => options.RememberedEvents = 0 },
        { "DrainTimeout", options => options.DrainTimeout = TimeSpan.FromSeconds(-1) },
        { "DrainTimeout", options => options.DrainTimeout = TimeSpan.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Invalid_options_prevent_the_start(string name, Action<WebhookReceiverOptions> mistake)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Bot.StartAsync(new() { Options = mistake }));

        Assert.Contains($"{TestEvent.Webhook}: {name} must", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Bot.Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Bot.VerifyToken, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_sets_all_options()
    {
        var options = Read(new()
        {
            ["AppSecret"] = "one",
            ["AppSecrets:0"] = "two",
            ["AppSecrets:1"] = "three",
            ["VerifyToken"] = "token",
            ["MaxBodySize"] = "1",
            ["Capacity"] = "2",
            ["MaxConcurrency"] = "3",
            ["RememberedEvents"] = "4",
            ["DrainTimeout"] = "00:00:05",
        });

        Assert.Equal(["one", "two", "three"], options.AppSecrets);
        Assert.Equal(
            ("token", 1, 2, 3, 4, TimeSpan.FromSeconds(5)),
            (options.VerifyToken, options.MaxBodySize, options.Capacity, options.MaxConcurrency, options.RememberedEvents, options.DrainTimeout));
    }

    [Fact]
    public void What_a_section_does_not_say_is_the_default()
    {
        var options = Read(new() { ["AppSecret"] = "one", ["VerifyToken"] = "token" });

        Assert.Equal(
            (4 * 1024 * 1024, 10_000, 16, 100_000, TimeSpan.FromSeconds(30)),
            (options.MaxBodySize, options.Capacity, options.MaxConcurrency, options.RememberedEvents, options.DrainTimeout));
    }

    [Fact]
    public void A_second_registration_sets_further_options()
    {
        var services = new ServiceCollection();
        WebhookEndpoints.Add(services, "W", WebhookEndpoints.By(options => options.AppSecrets.Add("one")));
        WebhookEndpoints.Add(services, "W", WebhookEndpoints.By(options => options.VerifyToken = "token"));
        using var provider = services.AddLogging().BuildServiceProvider();

        Assert.Equal("token", provider.GetRequiredService<IOptionsMonitor<WebhookReceiverOptions>>().Get("W").VerifyToken);
        Assert.Single(provider.GetServices<IHostedService>());
    }

    [Theory]
    [InlineData("Capacity")]
    [InlineData("DrainTimeout")]
    public void An_invalid_value_is_named_and_not_quoted(string name)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Read(new() { ["AppSecret"] = Hidden, ["VerifyToken"] = Hidden, [name] = Hidden }));

        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Hidden, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_options_hides_secrets()
    {
        var options = new WebhookReceiverOptions { VerifyToken = Hidden, AppSecrets = { Hidden, Hidden } };

        Assert.Equal("WebhookReceiverOptions { AppSecrets = 2, MaxBodySize = 4194304, Capacity = 10000, MaxConcurrency = 16, RememberedEvents = 100000, DrainTimeout = 00:00:30 }", options.ToString());
    }

    [Fact]
    public async Task Mapping_without_a_registration_names_what_is_missing()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Bot.StartAsync(new()
        {
            Map = endpoints => WebhookEndpoints.Map(endpoints, "/other", TestEvent.DescriptionOf("OtherWebhook"), (_, _, _) => default),
        }));

        Assert.Contains("AddOtherWebhook", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_webhooks_of_an_app_know_only_their_own_secrets_and_events()
    {
        var others = new ConcurrentQueue<string?>();
        using var ended = new SemaphoreSlim(0);
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services => WebhookEndpoints.Add(services, "OtherWebhook", WebhookEndpoints.By(options => (options.VerifyToken, _) = ("other token", Add(options.AppSecrets, "other secret")))),
            Map = endpoints => WebhookEndpoints.Map(endpoints, "/other", TestEvent.DescriptionOf("OtherWebhook"), (received, _, _) =>
            {
                others.Enqueue(received.Identity);
                ended.Release();
                return default;
            }),
        });
        var body = Bodies.Of(Bodies.Message("a"));

        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(body, Bot.Sign(body), "/other"));
        Assert.Equal(HttpStatusCode.Forbidden, await bot.PostAsync(body, Bot.Sign(body, "other secret")));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body, Bot.Sign(body, "other secret"), "/other"));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
        await bot.EndedAsync(1);
        Assert.True(await ended.WaitAsync(Bot.Patience));

        Assert.Equal("a", Assert.Single(bot.Handled).Identity);
        Assert.Equal("a", Assert.Single(others));
        Assert.Equal(HttpStatusCode.Forbidden, (await bot.Http.GetAsync(new Uri($"/other?hub.mode=subscribe&hub.challenge=1&hub.verify_token={Bot.VerifyToken}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync(new Uri("/other?hub.mode=subscribe&hub.challenge=1&hub.verify_token=other+token", UriKind.Relative))).StatusCode);

        static int Add(IList<string> list, string item)
        {
            list.Add(item);
            return list.Count;
        }
    }

    [Fact]
    public async Task A_webhook_with_two_addresses_handles_an_event_once()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            Map = endpoints => WebhookEndpoints.Map(endpoints, "/second", TestEvent.Description, (_, _, _) => throw new InvalidOperationException("It was handled before.")),
        });
        var body = Bodies.Of(Bodies.Message("a"));

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(body, Bot.Sign(body), "/second"));
        await bot.EndedAsync(1);
        await bot.StopAsync();

        Assert.DoesNotContain(bot.Logs.Ours, entry => entry.Text.Contains("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_requires_a_user_does_not_apply()
    {
        await using var bot = await Bot.StartAsync(new()
        {
            Services = services =>
            {
                services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, Nobody>("none", null);
            },
            Map = endpoints => ((IApplicationBuilder)endpoints).UseAuthorization(),
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync("", null, "/elsewhere"));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Numbered(0, 1)));
    }

    private static WebhookReceiverOptions Read(Dictionary<string, string?> values)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        WebhookEndpoints.Add(services, "W", WebhookEndpoints.From(section));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<WebhookReceiverOptions>>().Get("W");
    }

    private sealed class Nobody(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
