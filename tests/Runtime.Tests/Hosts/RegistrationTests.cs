using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Emulator;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>What a host gets by registering a client.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task A_registered_client_sends()
    {
        await using var emulator = await GraphEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
        {
            options.BaseAddress = emulator.BaseAddress;
            options.PageId = emulator.PageId;
            options.AccessToken = emulator.AccessToken;
        });
        await using var provider = services.BuildServiceProvider();

        var sent = await provider.GetRequiredService<IPageMessagesClient>().SendAsync(new()
        {
            Recipient = new() { Id = "4471239905512287" },
            MessagingType = MessagingType.Response,
            Message = new() { Text = "Hello" },
        });

        Assert.Equal(Assert.Single(emulator.Ledger).MessageId, sent.MessageId);
        Assert.Same(provider.GetRequiredService<PageMessagesClient>(), provider.GetRequiredService<IPageMessagesClient>());
    }
}
