using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class SurroundingsTests
{
    [Fact]
    public async Task Package_versions_may_be_central()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes")
            .WriteProject(items: """<PackageReference Include="PageMessagesGen" />""", withReference: false)
            .Write("Directory.Packages.props", $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><PackageVersion Include="PageMessagesGen" Version="{run.Version}" /></ItemGroup>
                </Project>
                """);

        (await project.BuildAsync()).Succeeded();

        Assert.Equal(["PageMessages"], AssemblyFile.Read(project.Assembly()).Namespaces);
    }

    [Fact]
    public async Task Two_projects_with_internal_types_may_be_friends_and_comply_with_the_common_language_specification()
    {
        const string Internal = "<PageMessagesVisibility>internal</PageMessagesVisibility><NoWarn>CA1812;CA1515</NoWarn>";
        var run = await TestRun.GetAsync();
        var library = new FreshProject(run, "Shop").WriteProject(Internal).Write("Friends.cs", "[assembly: System.CLSCompliant(true)]\n[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")]\n");
        var app = new FreshProject(run, "App", sources: Sources.FeedAndOthers)
            .WriteProject(Internal, $"""<ProjectReference Include="{library.ProjectFile}" /><PackageReference Include="PageMessagesGen.Extensions" Version="{run.Version}" />""")
            .Write("Assembly.cs", "[assembly: System.CLSCompliant(true)]\n");

        (await app.BuildAsync()).Succeeded();
        (await app.RebuildAsync("-p:PageMessagesVisibility=public")).Succeeded();
    }

    [Fact]
    public async Task A_project_may_generate_the_public_types_of_a_library()
    {
        var run = await TestRun.GetAsync();
        var library = new FreshProject(run, "Shop").WriteProject();
        var app = new FreshProject(run, "App").WriteProject(items: $"""<ProjectReference Include="{library.ProjectFile}" />""");

        (await app.BuildAsync()).Succeeded();
    }

    [Theory]
    [InlineData("with blanks & #1 [beta]")]
    [InlineData("100% {näïve} (copy)")]
    public async Task A_folder_may_have_any_name(string folder)
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes", folder)
            .WriteProject("<PageMessagesUseDefaultSchema>false</PageMessagesUseDefaultSchema>")
            .Write($"{folder}/inbox.endpoint.yaml", Schemas.Of("Inbox"));

        (await project.BuildAsync()).Succeeded();

        Assert.Equal(["Inbox"], AssemblyFile.Read(project.Assembly()).Namespaces);
    }

    [Fact]
    public async Task A_compiler_that_is_too_old_is_an_error_that_says_what_to_do()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes").WriteProject();

        var build = (await project.BuildAsync("-p:CompilerApiVersion=roslyn4.13")).FailedWith("PMG9002");

        var error = Assert.Single(build.Diagnostics);
        Assert.Equal(project.ProjectFile, error.Place);
        Assert.Contains("needs the C# compiler 4.14 or newer, and this build uses 4.13. Build with the .NET SDK 9.0.300 or newer", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_that_is_new_enough_or_of_unknown_version_is_let_through()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes").WriteProject();
        (await project.RestoreAsync()).Succeeded();

        // The target by itself: the SDK would stumble over an unknown version elsewhere.
        foreach (var version in new[] { "roslyn4.14", "roslyn10.0", "roslyn4", "unknown" })
            (await project.RebuildAsync("-t:AddPageMessagesGenerator", $"-p:CompilerApiVersion={version}")).Succeeded();
        (await project.RebuildAsync("-t:AddPageMessagesGenerator", "-p:CompilerApiVersion=roslyn4.8")).FailedWith("PMG9002");
    }
}
