using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>A project that cannot use what is generated is told in one sentence.</summary>
public sealed class UnsuitableProjectTests
{
    [Theory]
    [InlineData("netstandard2.0", ".NETStandard,Version=v2.0")]
    [InlineData("net6.0", ".NETCoreApp,Version=v6.0")]
    public async Task An_older_framework_is_refused_by_the_restore(string framework, string name)
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes").WriteProject("<DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>", framework: framework);

        var build = (await project.BuildAsync()).FailedWith("NU1202");

        Assert.All(build.Diagnostics, diagnostic => Assert.Contains($"is not compatible with {framework} ({name}", diagnostic.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("11")]
    [InlineData("10.0")]
    [InlineData("7.3")]
    [InlineData("ISO-2")]
    public async Task An_older_version_of_the_language_is_one_error(string version)
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes").WriteProject($"<LangVersion>{version}</LangVersion><ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable>");

        await ErrorIsAsync(project, $"Generated code needs C# 12 or later, and LangVersion is {version}. Remove LangVersion from the project, or reference the package PageMessages, which has the types of the default schema.");
    }

    [Theory]
    [InlineData("12")]
    [InlineData("13.0")]
    [InlineData("latest")]
    [InlineData("Preview")]
    public async Task A_newer_version_is_let_through(string version)
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes").WriteProject($"<LangVersion>{version}</LangVersion>");
        (await project.RestoreAsync()).Succeeded();

        (await project.RebuildAsync("-t:CheckPageMessagesProject")).Succeeded();
    }

    [Theory]
    [InlineData("vbproj", "VB")]
    [InlineData("fsproj", "F#")]
    public async Task Another_language_is_one_error(string extension, string language)
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes").Write($"Notes.{extension}", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="PageMessagesGen" Version="{run.Version}" /></ItemGroup>
            </Project>
            """);

        var build = (await BuildServer.RunAsync(project.Folder, "build", "-v:m")).FailedWith("PMG9004");

        Assert.Contains(
            $"PageMessagesGen generates C#, and this is a project in {language}. Reference the package PageMessages, which has the types of the default schema, or generate in a C# library.",
            Assert.Single(build.Diagnostics).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_global_reference_is_one_error()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes")
            .WriteProject("<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>", withReference: false)
            .Write("Directory.Packages.props", $"""<Project><ItemGroup><GlobalPackageReference Include="PageMessagesGen" Version="{run.Version}" /></ItemGroup></Project>""");

        await ErrorIsAsync(project, "Generated code calls the library PageMessagesGen.Runtime, which this project does not reference. A GlobalPackageReference and asset settings without 'compile' leave it out. Use a PackageReference with its default assets.");
    }

    [Fact]
    public async Task The_page_shows_these_messages()
    {
        var page = await File.ReadAllTextAsync(Path.Combine((await TestRun.GetAsync()).Tree, "docs", "rules", "PMG9004.md"));

        Assert.Contains("\nPMG9004: PageMessagesGen generates C#, and this is a project in F#. ", page, StringComparison.Ordinal);
        Assert.Contains("\nPMG9004: Generated code needs C# 12 or later, and LangVersion is 11. ", page, StringComparison.Ordinal);
        Assert.Contains("\nPMG9004: Generated code calls the library PageMessagesGen.Runtime, which this project does not reference. ", page, StringComparison.Ordinal);
    }

    private static async Task ErrorIsAsync(FreshProject project, string text)
    {
        var build = (await project.BuildAsync()).FailedWith("PMG9004");

        Assert.Contains(text, Assert.Single(build.Diagnostics).Text, StringComparison.Ordinal);
    }
}
