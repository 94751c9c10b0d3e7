using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>What a project file says of its schemas counts, in whatever way it names them.</summary>
public sealed class SchemaItemTests
{
    [Theory]
    [InlineData("""<EndpointSchema Update="inbox.endpoint.yaml" Namespace="Acme.Inbox" />""", "Acme.Inbox", "PageMessages")]
    [InlineData("""<EndpointSchema Update="$(PageMessagesDefaultSchema)" Namespace="Acme.Messages" />""", "Acme.Messages", "Inbox")]
    [InlineData("""<EndpointSchema Remove="inbox.endpoint.yaml" />""", "PageMessages")]
    [InlineData("""<EndpointSchema Remove="./inbox.endpoint.yaml" />""", "PageMessages")]
    [InlineData("""<EndpointSchema Remove="@(EndpointSchema)" />""")]
    [InlineData("""<EndpointSchema Include="inbox.endpoint.yaml" Namespace="Acme.Inbox" />""", "Acme.Inbox", "PageMessages")]
    [InlineData("""<EndpointSchema Include="./inbox.endpoint.yaml" Namespace="Acme.Inbox" />""", "Acme.Inbox", "PageMessages")]
    [InlineData("""<EndpointSchema Include="../Notes/inbox.endpoint.yaml" Namespace="Acme.Inbox" />""", "Acme.Inbox", "PageMessages")]
    [InlineData("""<EndpointSchema Update="inbox.endpoint.yaml" Namespace="Acme.Inbox" /><EndpointSchema Include="./inbox.endpoint.yaml" />""", "Acme.Inbox", "PageMessages")]
    [InlineData("""<EndpointSchema Include="./inbox.endpoint.yaml" Visibility="internal" /><EndpointSchema Include="$(MSBuildProjectDirectory)/inbox.endpoint.yaml" Namespace="Acme.Inbox" />""", "Acme.Inbox", "PageMessages")]
    [InlineData("""<AdditionalFiles Include="inbox.endpoint.yaml" />""", "Inbox", "PageMessages")]
    public async Task An_item_applies_to_the_file_that_it_names(string items, params string[] namespaces)
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes").WriteProject(FreshProject.WithoutAnalyzers, items).Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));

        (await project.BuildAsync()).Succeeded();

        Assert.Equal(namespaces, AssemblyFile.Read(project.Assembly()).Namespaces);
    }

    [Fact]
    public async Task Items_that_disagree_are_one_error_that_has_both_values()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject(FreshProject.WithoutAnalyzers, """<EndpointSchema Update="inbox.endpoint.yaml" Visibility="public" /><EndpointSchema Include="./inbox.endpoint.yaml" Visibility="internal" />""")
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));

        var error = Assert.Single((await project.BuildAsync()).FailedWith("PMG9003").Diagnostics);

        Assert.Equal($"{project.PathOf("inbox.endpoint.yaml")}(1,1)", error.Place);
        Assert.StartsWith("'public and internal' is not a valid value of the metadata Visibility", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_publishing_leaves_is_one_warning_and_changes_nothing()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject($"<WarningsNotAsErrors>PMG9007</WarningsNotAsErrors>{FreshProject.WithoutAnalyzers}", """<None Update="inbox.endpoint.yaml" CopyToOutputDirectory="Always" />""")
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));
        (await BuildServer.RunAsync(project.Folder, "publish", "-o", "publish")).Succeeded();
        project.Write("inbox.endpoint.yaml", Schemas.Of("Inbox", "      line: { type: string, summary: The text. }"));

        var build = await project.RebuildAsync();

        Assert.Equal(0, build.ExitCode);
        var warning = Assert.Single(build.Diagnostics);
        Assert.Equal(("warning PMG9007", $"{project.PathOf("publish/inbox.endpoint.yaml")}(1,1)"), (warning.Kind, warning.Place));
        Assert.StartsWith($"This file is ignored, because it is a copy of {project.PathOf("inbox.endpoint.yaml")} in an output folder; delete it, or add <EndpointSchema Remove=\"**/publish/**\" /> to the project", warning.Text, StringComparison.Ordinal);

        project.WriteProject(FreshProject.WithoutAnalyzers, """<EndpointSchema Remove="**/publish/**" />""");
        (await project.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task The_folder_of_the_packages_does_not_matter()
    {
        var (before, after) = (await GenerateAsync("a-packages"), await GenerateAsync("z-packages"));

        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
        Assert.Contains(before.Keys, name => name.StartsWith("page-messages-2.", StringComparison.Ordinal));
    }

    // The project is in a folder between the two of the packages, in the order of their names.
    private static async Task<SortedDictionary<string, byte[]>> GenerateAsync(string packages)
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes", "m-project")
            .WriteProject($"<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>{FreshProject.WithoutAnalyzers}")
            .Write("page-messages.endpoint.yaml", Schemas.Of("Inbox"));
        var folder = project.PathOf($"../{packages}");
        (await DotNet.RunAsync(project.Folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = folder }, "build", project.ProjectFile, "-v:m")).Succeeded();

        Assert.True(Directory.Exists(Path.Combine(folder, "pagemessagesgen")));
        var files = Directory.EnumerateFiles(project.PathOf("obj"), "page-messages*.g.cs", SearchOption.AllDirectories);
        return new SortedDictionary<string, byte[]>(files.ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes), StringComparer.Ordinal);
    }
}
