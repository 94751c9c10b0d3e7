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
        ResultFile.Merge(results, [.. measured, .. AnalyzerSuite.Measure()]);
    }

    public static void Cold(int operations) => GeneratorSuite.PrintCold(operations);
}
