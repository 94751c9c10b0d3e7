using System.Diagnostics;
using System.Globalization;
using System.Text;
using PageMessagesGen.Benchmarks.Client.Sending;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Client.Starting;

/// <summary>
/// Starts programs that send one message and end: from the start of the process to its end, in turn, and how much there is
/// to ship.
/// </summary>
internal static class StartSuite
{
    private sealed record Program(string Name, string Way, string[] Command, long Size);

    /// <summary>Measures what the script has published: a folder for each program, named by the program and the way.</summary>
    public static string Measure(string published, int rounds)
    {
        using var server = AnsweringServer.Start(null);
        var programs = Directory.GetDirectories(published).Order(StringComparer.Ordinal).Select(Find).ToList();
        var times = programs.Select(_ => new double[rounds]).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < programs.Count; i++)
            {
                var time = Run(programs[i], server.Address);
                if (round >= 0)
                    times[i][round] = time;
            }
        }

        return Format(programs, [.. times.Select(Rounds.Median)]);
    }

    private static Program Find(string folder)
    {
        var name = Path.GetFileName(folder).Split('-');
        var assembly = name[0] == "NativeSend" ? "PageMessagesGen.NativeSend" : "PageMessagesGen.Benchmarks.HandwrittenSend";
        var path = Path.Combine(folder, assembly);
        var shipped = Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is not (".pdb" or ".dbg" or ".xml"));
        return new Program(name[0], name[1], name[1] == "jit" ? ["dotnet", $"{path}.dll"] : [path], shipped.Sum(f => new FileInfo(f).Length));
    }

    private static double Run(Program program, Uri server)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program.Command[0], [.. program.Command[1..], server.ToString(), "4471239905512287"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!said.StartsWith("Sent: m_", StringComparison.Ordinal))
            throw new InvalidOperationException($"{program.Name} ({program.Way}) did not send: {said}");
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static string Format(List<Program> programs, double[] times)
    {
        var text = new StringBuilder("\n## Starting, sending one message, ending\n\nBoth ratios are to the hand-written client.\n\n| way | program | time: ratio | time | size: ratio | size | more bytes |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (var i = 0; i < programs.Count; i++)
        {
            var hand = programs.FindIndex(p => p.Way == programs[i].Way && p.Name == "HandwrittenSend");
            text.Append(CultureInfo.InvariantCulture, $"| {programs[i].Way} | {programs[i].Name} | {times[i] / times[hand]:0.00} | {Table.Duration(times[i])} | {(double)programs[i].Size / programs[hand].Size:0.000} | {programs[i].Size} | {programs[i].Size - programs[hand].Size} |\n");
        }

        return text.ToString();
    }
}
