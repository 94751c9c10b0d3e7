using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Client;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>A process can serve many Pages. Nothing else runs meanwhile: the memory of the process is measured.</summary>
[Collection(nameof(FileMemoryTests))]
public sealed class PageMemoryTests
{
    [Fact]
    public void A_Page_takes_less_than_4_KB()
    {
        const int Pages = 10_000;
        var services = new ServiceCollection();
        services.AddPageMessages(options => options.AccessTokenProvider = (_, _) => ValueTask.FromResult(Clients.Canary));
        using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IPageMessagesClientFactory>();
        clients.ForPage("0");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var page = 1; page <= Pages; page++)
            clients.ForPage($"{page}");
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Pages;

        GC.KeepAlive(clients);
        Assert.InRange(bytes, 1, 4096);
    }
}
