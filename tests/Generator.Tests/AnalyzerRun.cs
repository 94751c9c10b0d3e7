using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>Runs an analyzer as the compiler does.</summary>
internal static class AnalyzerRun
{
    /// <summary>Gives what an analyzer reports on a project. An analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> ReportAsync(DiagnosticAnalyzer analyzer, GeneratorInput project)
    {
        var run = GeneratorRun.Of(new PageMessagesGenerator(), project);
        var options = new AnalyzerOptions(run.AdditionalTexts, run.Options);
        var diagnostics = await run.Output.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, d => d.Id == "AD0001");
        return diagnostics;
    }
}
