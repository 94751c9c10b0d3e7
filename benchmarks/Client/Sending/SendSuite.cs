using System.Buffers;
using System.Diagnostics;
using System.Runtime;
using PageMessages;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>
/// Sends whole messages to a server on this machine, 16 at a time and one after the other. One after the other the time is
/// that of waking up, so there the processor time is taken instead.
/// </summary>
internal static class SendSuite
{
    public const string Name = "send";
    private const int AtATime = 16;

    // The just-in-time compiler works in the background, on the same processor core and in several steps, of which the one
    // before the last makes the code slower. So everybody is sent ahead until it has had nothing to do for a while; and with
    // all payloads, since it makes code for what it has seen.
    private const int LeastWarmUps = 8;
    private const int MostWarmUps = 60;
    private const int QuietWarmUps = 3;
    private const int FewMethods = 3;
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(1);

    private sealed record Sample(double Nanoseconds, double ProcessorNanoseconds, double Bytes);

    public static async Task<IReadOnlyList<Measurement>> MeasureAsync(string? serverCore, int rounds, int sends)
    {
        Payload[] payloads = [Payloads.Small, Payloads.Large];
        foreach (var payload in payloads)
            await SameJob.VerifyAsync(address => Senders(address, payload), Finished(payload));
        using var server = AnsweringServer.Start(serverCore);
        var cases = payloads.Select(p => (p.Name, Senders: Senders(server.Address, p))).ToList();
        await WarmUpAsync([.. cases.SelectMany(c => c.Senders)], sends / 6);
        var measured = new List<Measurement>();
        foreach (var (name, senders) in cases)
            measured.AddRange(await MeasureAsync(name, senders, rounds, sends));
        return measured;
    }

    private static async Task<IEnumerable<Measurement>> MeasureAsync(string name, ISending[] senders, int rounds, int sends)
    {
        var together = senders.Select(_ => new Sample[rounds]).ToArray();
        var alone = senders.Select(_ => new Sample[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < senders.Length; turn++)
            {
                var who = (turn + round) % senders.Length;
                together[who][round] = await RunAsync(senders[who], AtATime, sends);
                alone[who][round] = await RunAsync(senders[who], 1, sends / 8);
            }
        }

        return senders.SelectMany((s, i) => (Measurement[])
        [
            Row($"{name}-{AtATime}-at-a-time", s, together[i], x => x.Nanoseconds),
            Row($"{name}-{AtATime}-at-a-time-cpu", s, together[i], x => x.ProcessorNanoseconds),
            Row($"{name}-sequential-cpu", s, alone[i], x => x.ProcessorNanoseconds),
        ]);
    }

    private static async Task WarmUpAsync(ISending[] senders, int sends)
    {
        var quiet = 0;
        for (var pass = 0; pass < MostWarmUps && (pass < LeastWarmUps || quiet < QuietWarmUps); pass++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            foreach (var sender in senders)
                await RunAsync(sender, AtATime, sends);
            await Task.Delay(Compiling);
            quiet = JitInfo.GetCompiledMethodCount() - compiled <= FewMethods ? quiet + 1 : 0;
        }
    }

    private static Measurement Row(string name, ISending sender, Sample[] samples, Func<Sample, double> time) => new(
        Name, name, sender.Name, Rounds.Median([.. samples.Select(time)]), Math.Round(Rounds.Median([.. samples.Select(s => s.Bytes)])));

    private static ISending[] Senders(Uri server, Payload payload)
    {
        var finished = Finished(payload);
        var target = new Target(server);
        return
        [
            new RawHttpClient(new HttpClient(), target, finished),
            new FactoryHttpClient(target, finished),
            new FactorySendOnce(target, finished),
            new Ours(new HttpClient(), target, payload.Generated, ValidationMode.Enforce),
            new Ours(new HttpClient(), target, payload.Generated, ValidationMode.Off),
            OursRegistered.ManyPages(target, payload.Generated),
            OursRegistered.OnePage(target, payload.Generated),
            new JsonContentSender(new HttpClient(), target, payload.Shape),
            new RefitSender(new HttpClient(), target, payload.Shape),
            new KiotaSender(target, payload.Shape),
            new NSwagSender(new HttpClient(), target, payload.Shape),
            new RestEaseSender(new HttpClient(), target, payload.Shape),
            new FlurlSender(target, payload.Shape),
            new RestSharpSender(target, payload.Shape),
        ];
    }

    private static byte[] Finished(Payload payload)
    {
        var finished = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(payload.Generated, finished);
        return finished.WrittenSpan.ToArray();
    }

    private static async Task<Sample> RunAsync(ISending sender, int atATime, int sends)
    {
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var left = sends;
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await sender.SendAsync();
        }));
        var time = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Sample(
            time.TotalNanoseconds / sends,
            (process.TotalProcessorTime - processor).TotalNanoseconds / sends,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / sends);
    }
}
