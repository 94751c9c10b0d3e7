using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessages.Webhooks;
using PageMessagesGen.AspNetCore.Tests.Support;
using PageMessagesGen.Emulator;
using PageMessagesGen.Rules;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>What a bot receives tells its client what became of a message, and until when a customer can be answered.</summary>
public sealed class SendTests
{
    private const string Customer = "4471239905512287";

    [Fact]
    public async Task A_message_whose_response_is_lost_is_settled_by_its_echo()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Emulator.Customers[Customer].Write("When are you open?");
        shop.Emulator.Faults.Add(Fault.Reset() with { AfterDelivery = true });

        var sent = await shop.SendAsync("Every day from 11:00 to 22:00.");

        Assert.Equal(Assert.Single(shop.Emulator.Ledger).MessageId, sent.MessageId);
        Assert.Empty(shop.Bot.Services.GetRequiredService<IUnknownSends>().Open);
    }

    [Fact]
    public async Task A_message_that_was_not_delivered_stays_open()
    {
        await using var shop = await Shop.OpenAsync(TimeSpan.FromMilliseconds(200));
        shop.Emulator.Customers[Customer].Write("When are you open?");
        shop.Emulator.Faults.Add(Fault.Reset());

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => shop.SendAsync("Every day from 11:00 to 22:00."));

        Assert.Equal(SendOutcome.Unknown, failure.Outcome);
        Assert.Empty(shop.Emulator.Ledger);
        Assert.Equal(failure.Correlation, Assert.Single(shop.Bot.Services.GetRequiredService<IUnknownSends>().Open).Correlation);
    }

    [Fact]
    public async Task The_window_of_a_customer_is_known_from_what_was_received()
    {
        await using var shop = await Shop.OpenAsync();
        var windows = shop.Bot.Services.GetRequiredService<IMessagingWindows>();
        Assert.Null((await windows.FindAsync(shop.Emulator.PageId, Customer)).LastAction);

        shop.Emulator.Customers[Customer].Write("When are you open?");
        await shop.Bot.EventuallyAsync(async () => (await windows.FindAsync(shop.Emulator.PageId, Customer)).IsOpen(PageMessagesWindows.StandardWindow) == true);

        shop.Time.Advance(TimeSpan.FromHours(25));
        var failure = await Assert.ThrowsAsync<GraphApiException>(() => shop.SendAsync("Too late."));
        Assert.Equal((SendOutcome.NotSent, PageMessagesWindows.StandardWindow.Name, RuleSeverity.Error), (failure.Outcome, failure.Violations.Single().Rule, failure.Violations.Single().Severity));
        Assert.Empty(shop.Emulator.Ledger);
    }

    /// <summary>A bot with a client, and the server that both talk to.</summary>
    private sealed class Shop(GraphEmulator emulator, Bot bot, Clock time) : IAsyncDisposable
    {
        public GraphEmulator Emulator => emulator;

        public Bot Bot => bot;

        public Clock Time => time;

        public static async Task<Shop> OpenAsync(TimeSpan? echoWait = null)
        {
            var (port, time) = (FreePort(), new Clock());
            var emulator = await GraphEmulator.StartAsync(new()
            {
                Webhook = new() { Url = new Uri($"http://127.0.0.1:{port}/events"), AppSecret = Bot.Secret, VerifyToken = Bot.VerifyToken },
            });
            var bot = await Bot.StartAsync(new()
            {
                Port = port,
                Services = services => services
                    .AddSingleton<TimeProvider>(time)
                    .AddConversations()
                    .AddWebhook(PageMessagesWebhook.Description, options =>
                    {
                        options.AppSecrets.Add(Bot.Secret);
                        options.VerifyToken = Bot.VerifyToken;
                    })
                    .AddPageMessages(options =>
                    {
                        options.BaseAddress = emulator.BaseAddress;
                        options.PageId = emulator.PageId;
                        options.AccessToken = emulator.AccessToken;
                        options.SettleUnknownSends = true;
                        options.EchoWait = echoWait ?? Bot.Patience;
                    }),
                Map = endpoints => endpoints.MapWebhook("/events", PageMessagesWebhook.Description, (_, _, _) => default),
            });
            return new Shop(emulator, bot, time);
        }

        public Task<SendMessageResponse> SendAsync(string text) => bot.Services.GetRequiredService<IPageMessagesClient>().SendAsync(
            new() { Recipient = new() { Id = Customer }, MessagingType = MessagingType.Response, Message = new() { Text = text } }, TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await bot.DisposeAsync();
            await emulator.DisposeAsync();
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }

    /// <summary>A clock that can be put forward.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _ahead;

        public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
    }
}
