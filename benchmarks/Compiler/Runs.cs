using System.Globalization;
using Microsoft.CodeAnalysis;
using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>What the command line asks for.</summary>
internal static class Runs
{
    private static readonly int[] Operations = [1, 10, 100, 1000];

    public static void Generator(string results, int processes, int keystrokes)
    {
        var measured = GeneratorSuite.Measure(Operations, processes, keystrokes);
        Console.WriteLine($"Compiler {SdkCompiler.Version(typeof(Compilation).Assembly)}; 1,000 operations are {Project.With(1000).Files} schemas.");
        foreach (var kind in measured.GroupBy(m => m.Case[..m.Case.LastIndexOf('-')]))
            Console.WriteLine(Table.Format($"Generator: {kind.Key}", "ours", [.. kind]));
        ResultFile.Merge(results, measured);
    }

    public static void Analyzer(string results, int rounds)
    {
        var measured = AnalyzerSuite.Measure(rounds, out var creations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The application makes {creations.All:N0} objects, {creations.Requests:N0} of them requests and their parts."));
        Console.WriteLine(Table.Format("Analyzers: 10,000 objects, and a keystroke", "sdk-median", measured));
        ResultFile.Merge(results, measured);
    }

    public static void Cold(int operations) => GeneratorSuite.PrintCold(operations);
}
