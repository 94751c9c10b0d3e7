using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PageMessages;
using PageMessagesGen.Emulator;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>What a host gets by registering a client.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task A_registered_client_sends()
    {
        await using var emulator = await GraphEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddPageMessages(options => Use(emulator, options));
        await using var provider = services.BuildServiceProvider();

        var sent = await provider.GetRequiredService<IPageMessagesClient>().SendAsync(Requests.Text);

        Assert.Equal(Assert.Single(emulator.Ledger).MessageId, sent.MessageId);
        Assert.Same(provider.GetRequiredService<PageMessagesClient>(), provider.GetRequiredService<IPageMessagesClient>());
    }

    [Fact]
    public async Task Options_come_from_the_configuration()
    {
        await using var emulator = await GraphEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddPageMessages(Section(
            ("PageId", emulator.PageId),
            ("AccessToken", emulator.AccessToken),
            ("BaseAddress", emulator.BaseAddress.AbsoluteUri),
            ("Timeout", "00:00:20"),
            ("Validation", "warn"),
            ("MaxAttempts", "3"),
            ("PauseAfterPageError", "00:01:00"),
            ("SettleUnknownSends", "true"),
            ("EchoWait", "00:00:05"),
            ("WindowValidation", "off"),
            ("IgnoredRules:0", "message-says-why")));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<PageMessagesClient>().SendAsync(Requests.Text);

        var options = provider.GetRequiredService<IOptionsMonitor<GraphApiClientOptions>>().Get("PageMessages");
        Assert.Single(emulator.Ledger);
        Assert.Equal(
            (TimeSpan.FromSeconds(20), ValidationMode.Warn, 3, TimeSpan.FromMinutes(1)),
            (options.Timeout, options.Validation, options.MaxAttempts, options.PauseAfterPageError));
        Assert.Equal((true, TimeSpan.FromSeconds(5), ValidationMode.Off), (options.SettleUnknownSends, options.EchoWait, options.WindowValidation));
        Assert.Equal(["message-says-why"], options.IgnoredRules);
    }

    [Theory]
    [InlineData("AccessToken", "", "PageMessages: AccessToken is missing.")]
    [InlineData("AccessToken", "two words", "PageMessages: AccessToken is not a valid access token: it contains spaces, line breaks or non-ASCII characters.")]
    [InlineData("PageId", "me too", "PageMessages: PageId must be the Page's id in decimal digits, or 'me'.")]
    [InlineData("MaxAttempts", "0", "PageMessages: MaxAttempts must be at least 1.")]
    [InlineData("EchoWait", "-00:00:01", "PageMessages: EchoWait must be between zero and 10 minutes.")]
    [InlineData("SettleUnknownSends", "perhaps", "The value of SettleUnknownSends in the configuration is not valid.")]
    [InlineData("PauseAfterPageError", "-00:00:01", "PageMessages: PauseAfterPageError must not be negative.")]
    [InlineData("BaseAddress", "graph", "The value of BaseAddress in the configuration is not valid.")]
    public async Task A_host_with_an_invalid_option_does_not_start(string name, string value, string message)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var values = new Dictionary<string, string> { ["PageId"] = "1", ["AccessToken"] = Clients.Canary, [name] = value };
        builder.Services.AddPageMessages(Section([.. values.Select(pair => (pair.Key, pair.Value))]));
        using var host = builder.Build();

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.Equal(message, thrown.Message);
    }

    [Fact]
    public async Task Registrations_with_keys_have_options_and_connections_of_their_own()
    {
        await using var first = await GraphEmulator.StartAsync();
        await using var second = await GraphEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddPageMessages("first", options => Use(first, options));
        services.AddPageMessages("second", options => Use(second, options));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IPageMessagesClient>("second").SendAsync(Requests.Text);

        Assert.Equal((0, 1), (first.Ledger.Count, second.Ledger.Count));
        Assert.Null(provider.GetService<IPageMessagesClient>());
    }

    [Fact]
    public async Task Clients_of_many_Pages_share_the_connections_and_nothing_else()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessTokenProvider = (page, _) => ValueTask.FromResult($"token-of-{page}");
        });
        await using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IPageMessagesClientFactory>();

        await clients.ForPage("11").SendAsync(Requests.Text);
        await clients.ForPage("22").SendAsync(Requests.Text);

        Assert.Same(clients.ForPage("11"), clients.ForPage("11"));
        Assert.Equal(
            [("/v26.0/11/messages", "Bearer token-of-11"), ("/v26.0/22/messages", "Bearer token-of-22")],
            server.Requests.Select(request => (request.Target, Assert.Single(request.Values("Authorization")))));
        Assert.Throws<ArgumentException>(() => clients.ForPage("../1"));
    }

    private static void Use(GraphEmulator emulator, GraphApiClientOptions options) =>
        (options.BaseAddress, options.PageId, options.AccessToken) = (emulator.BaseAddress, emulator.PageId, emulator.AccessToken);

    private static IConfiguration Section(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build();
}
