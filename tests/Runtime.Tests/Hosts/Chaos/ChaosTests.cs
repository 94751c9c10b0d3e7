using PageMessagesGen.Runtime.Tests.Client;

namespace PageMessagesGen.Runtime.Tests.Hosts.Chaos;

/// <summary>
/// Many sends at once, through each kind of host, to a server that fails at random: each ends in one way, and what its caller is told is
/// true. Nothing else runs meanwhile: it takes the whole machine.
/// </summary>
[Collection(nameof(FileMemoryTests))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int MessagesToAPerson = 40;

    private static readonly int Count = LongTests.Inputs(2_000, 100_000);

    private static readonly int Seed = LongTests.Seed(20_261_128);

    [Fact]
    public async Task Each_send_ends_in_one_way_and_its_caller_is_told_the_truth()
    {
        var plan = Plan();
        List<ChaosCall> calls = [.. plan.SelectMany(host => host.Calls)];
        var started = Environment.TickCount64;

        await using (var server = await ChaosServer.StartAsync(calls))
            await Task.WhenAll(plan.Select((host, i) => host.Host.RunAsync(host.Calls, server, new Random(Seed + i))));

        output.WriteLine($"{calls.Count} sends, seed {Seed}, {(Environment.TickCount64 - started) / 1000.0:0.0} s");
        Print(plan);
        Assert.Equal(Count, calls.Count);
        List<string> mistakes = [.. calls.Select(call => call.Contradiction).OfType<string>(), .. Inversions(calls)];
        Assert.True(mistakes.Count == 0, $"{mistakes.Count} mistakes, such as\n{string.Join('\n', mistakes.Take(20))}");

        // Where little is sent or nothing fails, little is shown.
        Assert.All(Enum.GetValues<Ending>().Except([Ending.None, Ending.Undocumented]), ending => Assert.Contains(calls, call => call.Ending == ending));
        Assert.InRange(calls.Count(call => call.Ending == Ending.Sent), Count / 4, Count);
    }

    // People write to one Page of one host, so their numbers are not used again.
    private static List<(ChaosHost Host, IReadOnlyList<ChaosCall> Calls)> Plan()
    {
        var hosts = ChaosHost.Everyone;
        var random = new Random(Seed);
        var plan = new List<(ChaosHost, IReadOnlyList<ChaosCall>)>();
        var (number, people) = (0, 1);
        for (var i = 0; i < hosts.Count; i++)
        {
            var calls = new List<ChaosCall>();
            var troubles = hosts[i].Troubles.SelectMany(trouble => Enumerable.Repeat(trouble, trouble.Weight)).ToArray();
            var end = (int)((long)Count * (i + 1) / hosts.Count);
            var here = Math.Max(8, (end - number) / MessagesToAPerson);
            while (number < end)
                calls.Add(new(number++, people + random.Next(here), troubles[random.Next(troubles.Length)]));
            people += here;
            plan.Add((hosts[i], calls));
        }

        return plan;
    }

    // Messages that were sent to one person, but are in the ledger before one whose send was begun earlier.
    private static IEnumerable<string> Inversions(IEnumerable<ChaosCall> calls) =>
        from person in calls.Where(call => call.Ending == Ending.Sent).GroupBy(call => call.Person)
        from pair in person.Zip(person.Skip(1))
        where pair.First.Place > pair.Second.Place
        select $"{pair.Second} was delivered before {pair.First}.";

    private void Print(List<(ChaosHost Host, IReadOnlyList<ChaosCall> Calls)> plan)
    {
        List<ChaosCall> calls = [.. plan.SelectMany(host => host.Calls)];
        output.WriteLine($"{"",-44}{"calls",9}{"Sent",9}{"NotSent",9}{"Rejected",9}{"Unknown",9}  delivered");
        foreach (var row in Trouble.All)
            Print(row.Name, [.. calls.Where(call => call.Trouble == row)]);
        Print("all", calls);
        foreach (var (host, own) in plan)
            Print($"{host.Name}, HTTP/{host.Version}, {host.Manner}{(host.IsHasty ? ", hasty" : "")}", own);
    }

    private void Print(string name, IReadOnlyList<ChaosCall> calls)
    {
        int Ended(Ending ending) => calls.Count(call => call.Ending == ending);
        output.WriteLine(
            $"{name,-44}{calls.Count,9}{Ended(Ending.Sent),9}{Ended(Ending.NotSent),9}{Ended(Ending.Rejected),9}{Ended(Ending.Unknown),9}{calls.Count(call => call.Place > 0),11}");
    }
}
