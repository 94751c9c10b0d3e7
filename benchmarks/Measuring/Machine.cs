using System.Runtime.InteropServices;

namespace PageMessagesGen.Benchmarks.Measuring;

/// <summary>Says what the figures were measured on.</summary>
public static class Machine
{
    public static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version} ({RuntimeInformation.ProcessArchitecture})";

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        if (!File.Exists(Info))
            return "unnamed processor";
        var line = File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "unnamed processor";
    }
}
