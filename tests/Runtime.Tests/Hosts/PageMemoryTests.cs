using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Client;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>A process can serve many Pages. Nothing else runs meanwhile: the memory of the process is measured.</summary>
[Collection(nameof(FileMemoryTests))]
public sealed class PageMemoryTests
{
    private const int Limit = 4096;

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
        Assert.InRange(bytes, 1, Limit);
    }

    [Fact]
    public async Task A_Page_that_sends_at_its_full_rate_takes_less_than_4_KB()
    {
        const int Sends = 300;
        var pages = LongTests.Inputs(100, 1_000);
        var services = new ServiceCollection();
        services.AddPageMessages(options => (options.PageId, options.AccessToken) = (Clients.PageId, Clients.Canary))
            .ConfigurePrimaryHttpMessageHandler(() => new AcceptingHandler());
        await using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IPageMessagesClientFactory>();
        await SendAsync(clients, 0, 1, Sends);

        // What earlier tests left may be freed meanwhile: then other Pages are measured.
        var bytes = 0L;
        for (var round = 0; bytes < 1 && round < 5; round++)
        {
            var before = await SettledMemoryAsync();
            await SendAsync(clients, 1 + (round * pages), pages, Sends);

            // What the calls themselves took is free soon afterwards.
            long Bytes() => (GC.GetTotalMemory(forceFullCollection: true) - before) / pages;
            for (var tries = 0; tries < 50 && Bytes() > Limit; tries++)
                await Task.Delay(100);
            bytes = Bytes();
        }

        GC.KeepAlive(clients);
        Assert.InRange(bytes, 1, Limit);
    }

    // What earlier tests left is freed bit by bit.
    private static async Task<long> SettledMemoryAsync()
    {
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        for (var (tries, next) = (0, 0L); tries < 50; tries++, memory = next)
        {
            await Task.Delay(100);
            next = GC.GetTotalMemory(forceFullCollection: true);
            if (next >= memory - 1024)
                break;
        }

        return memory;
    }

    // In a method of its own, since a frame keeps what it has awaited.
    private static async Task SendAsync(IPageMessagesClientFactory clients, int firstPage, int pages, int sends)
    {
        for (var page = firstPage; page < firstPage + pages; page++)
        {
            var client = clients.ForPage($"{page}");
            await Task.WhenAll(Enumerable.Range(1, sends).Select(person => client.SendAsync(Requests.Text with { Recipient = new() { Id = $"{person}" } })));
        }
    }

    private sealed class AcceptingHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            await Task.Yield();
            return new HttpResponseMessage { Content = new StringContent(Answers.Accepted), RequestMessage = request };
        }
    }
}
