using System.Diagnostics;

namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>
/// Measures contenders in turn, round after round: what disturbs the machine for a while hits all of them, and the median
/// of the rounds hardly notices. The order turns with each round, so that nobody always runs after the same neighbour.
/// </summary>
public static class Rounds
{
    private const int NanosecondsPerSecond = 1_000_000_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);

    /// <summary>Measures all contenders of a case.</summary>
    /// <param name="suite">The table that the case belongs to.</param>
    /// <param name="name">The case.</param>
    /// <param name="contenders">Who takes part.</param>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="slice">How long one measurement should take.</param>
    public static IReadOnlyList<Measurement> Measure(
        string suite, string name, IReadOnlyList<Contender> contenders, int rounds, TimeSpan slice)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        var iterations = contenders.Select(c => IterationsFor(c, slice)).ToArray();
        var bytes = contenders.Select((c, i) => AllocatedBy(c, Math.Min(iterations[i], 10_000))).ToArray();
        var times = contenders.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var who = (turn + round) % contenders.Count;
                times[who][round] = TimeOf(contenders[who], iterations[who]);
            }
        }

        return [.. contenders.Select((c, i) => new Measurement(suite, name, c.Name, Median(times[i]), bytes[i]))];
    }

    /// <summary>The middle of some values; they are sorted by it.</summary>
    public static double Median(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    // Long enough for the just-in-time compiler to have replaced its first, slow code by the last.
    private static int IterationsFor(Contender contender, TimeSpan slice)
    {
        var watch = Stopwatch.StartNew();
        var iterations = 1;
        var calls = 0;
        double each;
        do
        {
            each = TimeOf(contender, iterations);
            calls++;
            if (each * iterations < NanosecondsPerSecond / 1000)
                iterations = Math.Min(iterations * 2, 1 << 20);
        }
        while (watch.Elapsed < WarmUp || calls < 100);
        return Math.Max(1, (int)(slice.TotalNanoseconds / each));
    }

    private static double TimeOf(Contender contender, int iterations)
    {
        var start = ThreadClock.Now();
        contender.Run(iterations);
        return (ThreadClock.Now() - start) / iterations;
    }

    private static double AllocatedBy(Contender contender, int iterations)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        contender.Run(iterations);
        return Math.Round((double)(GC.GetAllocatedBytesForCurrentThread() - before) / iterations);
    }
}
