using Microsoft.CodeAnalysis;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A copy of a schema in an output folder.</summary>
public sealed class PMG9007Tests
{
    [Fact]
    public async Task It_is_a_warning_and_the_original_is_generated()
    {
        var run = Schemas.Run(Schemas.Project(("/app/publish/shop.endpoint.yaml", Schemas.Small), ("/app/shop.endpoint.yaml", Schemas.Small.Replace("A film.", "A movie.", StringComparison.Ordinal))));

        var copy = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal(("PMG9007", DiagnosticSeverity.Warning, "/app/publish/shop.endpoint.yaml"), (copy.Id, copy.Severity, copy.Location.GetLineSpan().Path));
        Assert.Contains("A movie.", run.File("shop.Enums.g.cs"), StringComparison.Ordinal);
        Assert.Equal(copy.ToString(), Assert.Single(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer())).ToString());
        run.AssertCompilesClean();
    }
}
