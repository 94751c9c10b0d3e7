namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>
/// Measures contenders in turn, round after round: what disturbs the machine for a while hits all of them, and the median
/// of the rounds hardly notices. The order turns with each round, so that nobody always runs after the same neighbour.
/// </summary>
public static class Rounds
{
    private const double NanosecondsPerMillisecond = 1e6;
    private const int WarmUps = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(60);

    // The just-in-time compiler makes its last, fast code in the background, once there has been quiet for 100 ms.
    private static readonly TimeSpan Compiling = TimeSpan.FromMilliseconds(200);

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
        for (var pass = 0; pass < WarmUps; pass++)
        {
            foreach (var contender in contenders)
                RunFor(contender, WarmUp);
            Thread.Sleep(Compiling);
        }

        var iterations = contenders.Select(c => Math.Max(1, (int)(slice.TotalNanoseconds / RunFor(c, WarmUp)))).ToArray();
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

    // Gives the time of one operation. Many short runs, so that the loop is compiled anew as well.
    private static double RunFor(Contender contender, TimeSpan time)
    {
        var iterations = 1;
        double each;
        var spent = 0.0;
        do
        {
            each = TimeOf(contender, iterations);
            spent += each * iterations;
            if (each * iterations < NanosecondsPerMillisecond)
                iterations *= 2;
        }
        while (spent < time.TotalNanoseconds);
        return each;
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
