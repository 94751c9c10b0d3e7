using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public sealed class AnalyzerRunTests
{
    [Fact]
    public async Task An_analyzer_that_throws_fails_the_test_with_the_stack()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), ToyGenerator.Project);

        var failure = await Assert.ThrowsAsync<FailException>(() => AnalyzerRun.ReportAsync(run, new BrokenAnalyzer()));

        Assert.Contains("The toy is broken.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("BrokenAnalyzer.Analyze", failure.Message, StringComparison.Ordinal);
    }

#pragma warning disable RS2008, RS1001 // A toy has no releases to track its rules in, and no compiler finds it.
    private sealed class BrokenAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("TOY001", "Toy", "Toy", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxTreeAction(Analyze);
        }

        private static void Analyze(SyntaxTreeAnalysisContext context) => throw new InvalidOperationException("The toy is broken.");
    }
#pragma warning restore RS2008, RS1001
}
