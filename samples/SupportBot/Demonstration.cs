using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.SupportBot;

/// <summary>Messenger on this machine: a Graph API that posts to the webhook, and a page on which one plays the customers.</summary>
internal sealed class Demonstration : IAsyncDisposable
{
    private readonly GraphEmulatorOptions _options = new() { Port = FreePort(), Platform = "messenger" };
    private readonly string _secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly string _verifyToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private GraphEmulator? _emulator;

    private Demonstration()
    {
    }

    /// <summary>Adds the settings. The emulator starts after the bot, because it verifies the webhook at once.</summary>
    public static Demonstration Prepare(WebApplicationBuilder builder)
    {
        var demonstration = new Demonstration();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PageMessages:BaseAddress"] = $"http://127.0.0.1:{demonstration._options.Port}/",
            ["PageMessages:PageId"] = demonstration._options.PageId,
            ["PageMessages:AccessToken"] = demonstration._options.AccessToken,
            ["PageMessages:SettleUnknownSends"] = "true",

            // A name of another site can resolve to this machine, so a page of it could read the answers.
            ["AllowedHosts"] = "127.0.0.1;localhost",
            ["Webhook:AppSecret"] = demonstration._secret,
            ["Webhook:VerifyToken"] = demonstration._verifyToken,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return demonstration;
    }

    public async Task StartAsync(string bot)
    {
        _options.Webhook = new WebhookOptions { Url = new Uri(new Uri(bot), "/webhook"), AppSecret = _secret, VerifyToken = _verifyToken };
        _emulator = await GraphEmulator.StartAsync(_options);
        await _emulator.WaitForWebhookAsync();
        Console.WriteLine(
            $"""
            Write to the bot as a customer:  {_emulator.BaseAddress}
            Answer as a person of the shop:  {bot}/reply
            Press Ctrl+C to stop.
            """);
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
