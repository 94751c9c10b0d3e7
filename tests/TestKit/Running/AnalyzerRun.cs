using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PageMessagesGen.TestKit.Running;

/// <summary>Runs analyzers as the compiler does: on the project with what its generator wrote, and with the project's options.</summary>
public static class AnalyzerRun
{
    /// <summary>Gives what analyzers report on a project and what was generated for it. An analyzer that throws fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> ReportAsync(GeneratorRun run, params DiagnosticAnalyzer[] analyzers)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ReportAsync(run.Output, new AnalyzerOptions(run.AdditionalTexts, run.Options), analyzers);
    }

    /// <summary>Gives what analyzers report on a compilation. An analyzer that throws fails the test, with the stack.</summary>
    public static async Task<ImmutableArray<Diagnostic>> ReportAsync(Compilation compilation, AnalyzerOptions options, params DiagnosticAnalyzer[] analyzers)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        var thrown = new ConcurrentQueue<Exception>();
        var settings = new CompilationWithAnalyzersOptions(
            options, (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        var diagnostics = await compilation.WithAnalyzers([.. analyzers], settings).GetAnalyzerDiagnosticsAsync();
        if (thrown.TryPeek(out var first))
            Assert.Fail($"An analyzer threw: {first}");
        if (diagnostics.FirstOrDefault(d => d.Id == "AD0001") is { } crash)
            Assert.Fail($"An analyzer failed: {crash}");
        return diagnostics;
    }
}
