using PageMessagesGen.Generator;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Language.Tests;

/// <summary>The schemas in the documentation compile, and what is generated from broken ones as well.</summary>
public sealed class DocumentedSchemasTests
{
    private static readonly string[] Pages =
        ["README.md", "schema/README.md", "docs/your-first-endpoint.md", "docs/architecture.md", .. Repository.RulePages.Select(page => $"docs/rules/{page}")];

    private static readonly IReadOnlyList<(string Page, Fence Fence)> Schemas = [.. Pages.SelectMany(page => Fence.Of(Repository.Read(page)).Select(fence => (page, fence)))
        .Where(f => f.fence.Info is "yaml complete" or "yaml part" || f.fence.Info.StartsWith("yaml broken", StringComparison.Ordinal) || f.fence.Info.StartsWith("yaml overlay", StringComparison.Ordinal))];

    public static IEnumerable<object[]> OfSeveralFiles => Schemas.Where(s => NeedsOthers(s.Fence)).Select(s => new object[] { s.Page, s.Fence.Line });

    [Fact]
    public void Each_schema_of_one_file_compiles()
    {
        var all = Schemas.Where(s => !NeedsOthers(s.Fence)).ToList();
        Assert.True(all.Count >= 60, $"There are only {all.Count} schemas.");
        var schemas = LongTests.Cases(all, 20).ToList();
        var project = Project;

        // Each has a namespace of its own, because many are variants of one schema.
        for (var i = 0; i < schemas.Count; i++)
            project = project.WithAdditionalFile($"s{i}.endpoint.yaml", SmallSchema.Around(schemas[i].Fence.Text), ("EndpointSchema", "true"), ("EndpointNamespace", $"Documented.N{i}"));
        var run = AssertCompiles(project);

        for (var i = 0; i < schemas.Count; i++)
            Assert.True(IsBroken(schemas[i].Fence) || run.Files.ContainsKey($"s{i}.Types.g.cs"), $"{schemas[i].Page}, line {schemas[i].Fence.Line}: nothing is generated.");
    }

    [Theory]
    [MemberData(nameof(OfSeveralFiles))]
    public void A_schema_of_several_files_compiles(string page, int line)
    {
        var fences = Fence.Of(Repository.Read(page));
        var example = fences.Single(f => f.Line == line);
        var files = PageProject.Around(example, fences);

        var run = AssertCompiles(files.Aggregate(Project, (project, file) => project.WithAdditionalFile(file.Name, file.Text, ("EndpointSchema", "true"))));

        Assert.True(IsBroken(example) || run.Files.Count > 0);
    }

    private static GeneratorInput Project => new GeneratorInput().WithReferences(References.ToAssemblyOf(typeof(GraphApiOptions)));

    private static bool IsBroken(Fence fence) => fence.Info.Contains("broken", StringComparison.Ordinal);

    private static bool NeedsOthers(Fence fence) =>
        fence.Text.StartsWith("uses:", StringComparison.Ordinal) || fence.Text.StartsWith("extends:", StringComparison.Ordinal);

    private static GeneratorRun AssertCompiles(GeneratorInput project)
    {
        var run = GeneratorRun.Of(new PageMessagesGenerator(), project);
        run.AssertCompilesClean();
        Assert.DoesNotContain(run.GeneratorDiagnostics, d => d.Id.StartsWith("PMG9", StringComparison.Ordinal));
        return run;
    }
}
