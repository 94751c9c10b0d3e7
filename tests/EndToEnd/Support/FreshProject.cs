namespace PageMessagesGen.EndToEnd.Support;

/// <summary>Where a project's packages come from.</summary>
internal enum Sources
{
    /// <summary>Our package alone.</summary>
    Feed,

    /// <summary>Also the packages that this repository uses itself.</summary>
    FeedAndOthers,

    /// <summary>Also the sources of the machine, which need a network.</summary>
    FeedAndPublic,
}

/// <summary>A project of somebody else, outside of the repository.</summary>
internal sealed class FreshProject
{
    private readonly TestRun _run;

    /// <param name="run">What the tests share.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="folderName">The name of its folder; null for the same.</param>
    /// <param name="sources">Where its packages come from.</param>
    public FreshProject(TestRun run, string name, string? folderName = null, Sources sources = Sources.Feed)
    {
        _run = run;
        Name = name;
        Folder = run.NewFolder(folderName ?? name);
        Write("nuget.config", NuGetConfig(run, sources));
    }

    /// <summary>
    /// The property with which the SDK's analyzers do not look at a project. They take more time than the compiler; most tests have them,
    /// and some ask the compiler for the same code again and look at something else.
    /// </summary>
    public const string WithoutAnalyzers = "<EnableNETAnalyzers>false</EnableNETAnalyzers>";

    public string Name { get; }

    public string Folder { get; }

    public string ProjectFile => PathOf($"{Name}.csproj");

    public string PathOf(string file) => Path.GetFullPath(Path.Combine(Folder, file));

    /// <summary>The assembly that a build leaves.</summary>
    public string Assembly(string framework = "net10.0") => PathOf($"bin/Debug/{framework}/{Name}.dll");

    /// <summary>Writes the project file. Its builds fail on every warning that there is.</summary>
    public FreshProject WriteProject(string properties = "", string items = "", string framework = "net10.0", bool withReference = true) => Write(ProjectFile, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {(withReference ? $"""<PackageReference Include="PageMessagesGen" Version="{_run.Version}" />""" : "")}
            {items}
          </ItemGroup>
        </Project>
        """);

    public FreshProject Write(string file, string text)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Restores its packages.</summary>
    public Task<CommandResult> RestoreAsync() => RunAsync("restore", []);

    /// <summary>Restores and builds.</summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) => RunAsync("build", arguments);

    /// <summary>Builds again, with the packages that were restored before.</summary>
    public Task<CommandResult> RebuildAsync(params string[] arguments) => RunAsync("build", ["--no-restore", .. arguments]);

    /// <summary>Applies the fixes of an analyzer's ids everywhere, with the packages that were restored before.</summary>
    public Task<CommandResult> FixAsync(params string[] ids) =>
        DotNet.RunAsync(Folder, ["format", "analyzers", ProjectFile, "--no-restore", "--severity", "info", "--diagnostics", .. ids]);

    /// <summary>Packs it into the feed.</summary>
    public Task<CommandResult> PackAsync(params string[] arguments) => RunAsync("pack", ["-o", _run.Feed, .. arguments]);

    /// <summary>Asks what an editor asks: how the compiler would be called. Gives one argument a line.</summary>
    public async Task<string> CompilerArgumentsAsync()
    {
        var result = await RebuildAsync(
            "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=none", "-getItem:CscCommandLineArgs");
        return result.Succeeded().Output;
    }

    private Task<CommandResult> RunAsync(string command, string[] arguments) =>
        BuildServer.RunAsync(Folder, [command, ProjectFile, "-v:m", .. arguments]);

    private static string NuGetConfig(TestRun run, Sources sources) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{run.Packages}" />
          </config>
          <packageSources>
            {(sources == Sources.FeedAndPublic ? "" : "<clear />")}
            <add key="feed" value="{run.Feed}" />
            {(sources != Sources.FeedAndOthers ? "" : $"""<add key="others" value="{TreeCopy.Metadata("NuGetPackageRoot")}" />""")}
          </packageSources>
        </configuration>
        """;
}
