using PageMessagesGen.Benchmarks.Measuring;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>What the analyzers cost beside those of the SDK. There are none yet, so there is nothing to measure.</summary>
internal static class AnalyzerSuite
{
    public const string Name = "analyzer";

    public static IReadOnlyList<Measurement> Measure() => [];
}
