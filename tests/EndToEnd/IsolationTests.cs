using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>Another generator in the same build brings another YamlDotNet: each of the two runs with its own.</summary>
public sealed class IsolationTests
{
    private const string Program = """
        using PageMessages;

        Console.WriteLine($"{ForeignGenerator.Yaml.Version} {ForeignGenerator.Yaml.Line} {MessagingType.Response}");
        """;

    [Theory]
    [InlineData("11.2.1")]
    [InlineData("18.1.0")]
    public async Task Two_generators_with_two_YAML_libraries_run_in_one_build(string foreign)
    {
        var run = await TestRun.GetAsync();
        await PackForeignGeneratorAsync(run, foreign);
        var app = new FreshProject(run, "App")
            .WriteProject(
                $"<OutputType>Exe</OutputType><WarningsNotAsErrors>FOREIGN1</WarningsNotAsErrors>{FreshProject.WithoutAnalyzers}",
                $"""<PackageReference Include="ForeignGenerator" Version="{foreign}" />""")
            .Write("Program.cs", Program);
        var version = $"{Version.Parse(foreign).Major}.0.0.0";

        AssertBoth(await app.BuildAsync(CompilerServer.NotUsed), version, "csc");
        Assert.Equal($"{version} 2 Response\n", (await DotNet.RunAsync(app.Folder, app.Assembly())).Succeeded().Output);

        // A server of its own, because the shared one has met other libraries.
        var server = new CompilerServer();
        try
        {
            AssertBoth(await app.RebuildAsync("-t:Rebuild", server.Used), version, "VBCSCompiler");
        }
        finally
        {
            await server.StopAsync(app);
        }

        var arguments = await app.CompilerArgumentsAsync();
        Assert.Matches("/analyzer:[^\"]*/roslyn/YamlDotNet.dll\"", arguments);
        Assert.Matches("/analyzer:[^\"]*/analyzers/dotnet/cs/YamlDotNet.dll\"", arguments);
    }

    private static void AssertBoth(CommandResult build, string foreignVersion, string compiler)
    {
        Assert.True(build.ExitCode == 0, build.ToString());
        Assert.Equal(
        [
            ("warning FOREIGN1", $"ForeignGenerator uses YamlDotNet {foreignVersion} in {compiler}"),
            ("warning FOREIGN1", $"PageMessagesGen.Schema uses YamlDotNet 16.0.0.0 in {compiler}"),
        ], build.Diagnostics.Select(diagnostic => (diagnostic.Kind, diagnostic.Text)).Order());
    }

    private static async Task PackForeignGeneratorAsync(TestRun run, string yamlVersion)
    {
        var project = new FreshProject(run, "ForeignGenerator", sources: Sources.FeedAndOthers);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(run.Tree, "tests/EndToEnd/ForeignGenerator")))
            File.Copy(file, project.PathOf(Path.GetFileName(file)));
        (await project.PackAsync($"-p:YamlVersion={yamlVersion}")).Succeeded();
    }
}
