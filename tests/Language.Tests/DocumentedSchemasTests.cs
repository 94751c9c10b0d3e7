using PageMessagesGen.Generator;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Language.Tests;

/// <summary>The schemas in the documentation compile, and what is generated from broken ones as well.</summary>
public sealed class DocumentedSchemasTests
{
    private static readonly string[] Pages =
        ["README.md", "schema/README.md", "docs/your-first-endpoint.md", "docs/architecture.md", .. Repository.RulePages.Select(page => $"docs/rules/{page}")];

    [Fact]
    public void Each_schema_compiles()
    {
        var fences = Pages.SelectMany(page => Fence.Of(Repository.Read(page)).Select(fence => (page, fence)))
            .Where(f => f.fence.Info is "yaml complete" or "yaml part" || f.fence.Info.StartsWith("yaml broken", StringComparison.Ordinal)).ToList();
        var project = new GeneratorInput().WithReferences(References.ToAssemblyOf(typeof(GraphApiOptions)));

        // Each has a namespace of its own, because many are variants of one schema.
        for (var i = 0; i < fences.Count; i++)
            project = project.WithAdditionalFile(FileName(i), SmallSchema.Around(fences[i].fence.Text), ("EndpointSchema", "true"), ("EndpointNamespace", $"Documented.N{i}"));
        var run = GeneratorRun.Of(new PageMessagesGenerator(), project);

        run.AssertCompilesClean();
        Assert.True(fences.Count >= 60, $"There are only {fences.Count} schemas.");
        for (var i = 0; i < fences.Count; i++)
            Assert.True(fences[i].fence.Info.Contains("broken", StringComparison.Ordinal) || run.Files.ContainsKey($"s{i}.Types.g.cs"), $"{fences[i].page}, line {fences[i].fence.Line}: nothing is generated.");
        Assert.DoesNotContain(run.GeneratorDiagnostics, d => d.Id.StartsWith("PMG9", StringComparison.Ordinal));
    }

    private static string FileName(int number) => $"s{number}.endpoint.yaml";
}
