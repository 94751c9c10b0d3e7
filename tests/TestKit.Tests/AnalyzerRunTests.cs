using PageMessagesGen.TestKit.Running;
using Xunit.Sdk;

namespace PageMessagesGen.TestKit.Tests;

public sealed class AnalyzerRunTests
{
    private static readonly GeneratorInput Project = new GeneratorInput().WithSource("a.cs", "class bear { }\n");

    [Fact]
    public async Task What_an_analyzer_reports_is_given() =>
        Assert.Equal("'bear' begins with a small letter", Assert.Single(await AnalyzerRun.ReportAsync(Project, new ToyAnalyzer())).GetMessage(null));

    [Fact]
    public async Task An_analyzer_sees_what_an_editorconfig_says() =>
        Assert.Empty(await AnalyzerRun.ReportAsync(Project.WithEditorConfig("toy.lower_case", "true"), new ToyAnalyzer()));

    [Fact]
    public async Task An_analyzer_sees_what_is_generated_and_does_not_judge_it()
    {
        var run = GeneratorRun.Of(new ToyGenerator(), Project.WithAdditionalFile("cub.toy", "cub", ("Toy", "true")));

        Assert.Single(await AnalyzerRun.ReportAsync(run, new ToyAnalyzer()));
    }

    [Fact]
    public async Task An_analyzer_that_throws_fails_the_test_with_the_stack()
    {
        var failure = await Assert.ThrowsAsync<FailException>(() => AnalyzerRun.ReportAsync(Project, new ToyAnalyzer(throws: true)));

        Assert.Contains("The toy is broken.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ToyAnalyzer.Judge", failure.Message, StringComparison.Ordinal);
    }
}
