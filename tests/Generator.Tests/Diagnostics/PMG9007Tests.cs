using Microsoft.CodeAnalysis;
using PageMessagesGen.Analyzers;

namespace PageMessagesGen.Generator.Tests.Diagnostics;

/// <summary>A copy of a schema.</summary>
public sealed class PMG9007Tests
{
    [Fact]
    public async Task A_copy_in_an_output_folder_is_a_warning_and_the_original_is_generated()
    {
        var original = Schemas.Small.Replace("A film.", "A movie.", StringComparison.Ordinal);
        var run = Schemas.Run(Schemas.Project(("/app/publish/shop.endpoint.yaml", Schemas.Small), ("/app/shop.endpoint.yaml", original)));

        var copy = Assert.Single(run.GeneratorDiagnostics);
        Assert.Equal(("PMG9007", DiagnosticSeverity.Warning, "/app/publish/shop.endpoint.yaml"), (copy.Id, copy.Severity, copy.Location.GetLineSpan().Path));
        Assert.Contains("A movie.", run.File("shop.Enums.g.cs"), StringComparison.Ordinal);
        Assert.Equal(copy.ToString(), Assert.Single(await AnalyzerRun.ReportAsync(run, new SchemaAnalyzer())).ToString());
        run.AssertCompilesClean();
    }
}
