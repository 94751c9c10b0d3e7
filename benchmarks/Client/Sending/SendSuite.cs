using System.Buffers;
using System.Diagnostics;
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
    private const int WarmUps = 5;

    // The just-in-time compiler works in the background, and on the same processor core.
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(2);

    private sealed record Sample(double Nanoseconds, double ProcessorNanoseconds, double Bytes);

    public static async Task<IReadOnlyList<Measurement>> MeasureAsync(string? serverCore, int rounds, int sends)
    {
        using var server = AnsweringServer.Start(serverCore);
        var measured = new List<Measurement>();
        foreach (var payload in (Payload[])[Payloads.Small, Payloads.Large])
        {
            var senders = Senders(server, payload);
            measured.AddRange(await MeasureAsync(payload.Name, senders, rounds, sends));
        }

        return measured;
    }

    private static async Task<IEnumerable<Measurement>> MeasureAsync(string name, ISending[] senders, int rounds, int sends)
    {
        var together = senders.Select(_ => new Sample[rounds]).ToArray();
        var alone = senders.Select(_ => new Sample[rounds]).ToArray();
        for (var pass = 0; pass < WarmUps; pass++)
        {
            foreach (var sender in senders)
                await RunAsync(sender, AtATime, sends / 2);
            await Task.Delay(Compiling);
        }

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

    private static Measurement Row(string name, ISending sender, Sample[] samples, Func<Sample, double> time) => new(
        Name, name, sender.Name, Rounds.Median([.. samples.Select(time)]), Math.Round(Rounds.Median([.. samples.Select(s => s.Bytes)])));

    private static ISending[] Senders(AnsweringServer server, Payload payload)
    {
        var finished = new ArrayBufferWriter<byte>();
        PageMessagesJsonWriter.Write(payload.Generated, finished);
        var target = new Target(server.Address);
        return
        [
            new RawHttpClient(new HttpClient(), target, finished.WrittenSpan.ToArray()),
            new Ours(new HttpClient(), target, payload.Generated, ValidationMode.Enforce),
            new Ours(new HttpClient(), target, payload.Generated, ValidationMode.Off),
            new JsonContentSender(new HttpClient(), target, payload.Shape),
            new RestEaseSender(new HttpClient(), target, payload.Shape),
            new FlurlSender(target, payload.Shape),
            new RestSharpSender(target, payload.Shape),
        ];
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
