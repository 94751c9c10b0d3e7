using PageMessages;
using PageMessagesGen.Emulator;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>A large file is never in memory as a whole. Nothing else runs meanwhile: the memory of the process is measured.</summary>
[Collection(nameof(FileMemoryTests))]
public sealed class FileMemoryTests
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const int BetweenMeasurements = 4 * 1024 * 1024;

    [Fact]
    public async Task A_large_file_takes_little_memory()
    {
        await using var emulator = await GraphEmulator.StartAsync();
        using var http = new HttpClient();
        var client = new PageMessagesClient(http, new GraphApiOptions { BaseAddress = emulator.BaseAddress, PageId = emulator.PageId, AccessToken = emulator.AccessToken });
        await SendAsync(client, _ => { });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        var next = 0L;

        var progress = await SendAsync(client, Measure);

        // The emulator is in this process, so its memory counts as well.
        Assert.InRange(most - before, long.MinValue, MostBytes);
        Assert.InRange(progress.Reported.Count, 100, 1000);
        Assert.Equal(FileTests.Large, Assert.Single(emulator.Ledger[^1].Files).Length);

        void Measure(long bytes)
        {
            if (bytes < next)
                return;
            next += BetweenMeasurements;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    private static async Task<Steps> SendAsync(PageMessagesClient client, Action<long> report)
    {
        await using var stream = new ByteStream(FileTests.Large);
        var progress = new Steps(report);
        await client.SendAsync(FileTests.Picture(new GraphFile(stream, "a.jpg", "image/jpeg") { Progress = progress }));
        return progress;
    }

    [CollectionDefinition(nameof(FileMemoryTests), DisableParallelization = true)]
    public sealed class Alone;
}
