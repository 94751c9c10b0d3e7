using System.Buffers;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PageMessagesGen.Benchmarks.Client.Json;

namespace PageMessagesGen.Benchmarks.Client.ByBenchmarkDotNet;

/// <summary>The main figures once more, measured by BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(32 * 1024);
    private Dictionary<string, ISerializing> _contenders = [];

    [Params("small", "action", "large")]
    public string Payload { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _contenders =
        SerializeSuite.Contenders(Payloads.All.Single(p => p.Name == Payload)).ToDictionary(c => c.Name);

    [Benchmark(Description = "copy-and-transcode")]
    public void Limit() => Write("copy-and-transcode");

    [Benchmark(Baseline = true, Description = "ours")]
    public void Ours() => Write("ours");

    [Benchmark(Description = "stj-sourcegen")]
    public void SourceGenerated() => Write("stj-sourcegen");

    /// <summary>Runs them in this process, so that nothing is built.</summary>
    public static void Run(string folder) => BenchmarkRunner.Run<JsonBenchmarks>(ManualConfig.CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddExporter(MarkdownExporter.Console)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(folder));

    private void Write(string contender)
    {
        _output.ResetWrittenCount();
        _contenders[contender].Write(_output);
    }
}
