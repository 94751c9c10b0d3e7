using System.Xml.Linq;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>What the tests share: a temporary folder, a copy of the tree in it, and the package that was packed from that.</summary>
internal sealed class TestRun
{
    private const string PackageId = "PageMessagesGen";

    private static readonly Lazy<Task<TestRun>> Shared = new(StartAsync);

    private static string? _root;

    private int _folders;

    private TestRun(string root)
    {
        Root = root;
        Version = $"999.9.{Random.Shared.Next(1, ushort.MaxValue)}";
    }

    public string Root { get; }

    /// <summary>The copy of the tree.</summary>
    public string Tree => Path.Combine(Root, "tree");

    /// <summary>A NuGet source that is a folder.</summary>
    public string Feed => Path.Combine(Root, "feed");

    /// <summary>Where consumers' packages are unpacked.</summary>
    public string Packages => Path.Combine(Root, "packages");

    /// <summary>The version that was packed; no other package has it.</summary>
    public string Version { get; }

    public string PackageFile => Path.Combine(Feed, $"{PackageId}.{Version}.nupkg");

    /// <summary>What packing left in the feed.</summary>
    public IReadOnlyList<string> PackedFiles { get; private set; } = [];

    /// <summary>Gives the one run; the first caller waits for the package to be packed. That and what follows takes minutes.</summary>
    public static Task<TestRun> GetAsync()
    {
        LongTests.Require();
        return Shared.Value;
    }

    /// <summary>Stops the servers and deletes the temporary folder, if there was a run.</summary>
    public static async Task CleanUpAsync()
    {
        if (_root is null)
            return;
        try
        {
            await CompilerServer.Shared.StopAsync(new FreshProject(await GetAsync(), "Stop").WriteProject(withReference: false));
            await BuildServer.StopAllAsync(_root);
        }
        finally
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    /// <summary>Makes an empty folder for a project.</summary>
    public string NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(Root, "projects", $"{Interlocked.Increment(ref _folders)}", name)).FullName;

    /// <summary>Runs <c>dotnet</c> in the copy of the tree, with the packages of the repository itself.</summary>
    public Task<CommandResult> InTreeAsync(params string[] arguments) => DotNet.RunAsync(
        Tree,
        new()
        {
            ["NUGET_PACKAGES"] = TreeCopy.Metadata("NuGetPackageRoot"),
            // The build of the tree itself has run them, and they take half of the time.
            ["RunAnalyzers"] = "false",
        },
        arguments);

    private static async Task<TestRun> StartAsync()
    {
        var run = new TestRun(_root = Directory.CreateTempSubdirectory("pagemessagesgen-").FullName);

        // The search for these files goes up from a project; it ends here, whatever lies in the folders above.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            new XDocument(new XElement("Project")).Save(Path.Combine(run.Root, file));

        await TreeCopy.MakeAsync(run.Tree);
        var packed = await run.InTreeAsync("pack", "src/packages.slnf", "-c", "Release", "-o", run.Feed, $"-p:Version={run.Version}");
        packed.Succeeded();
        run.PackedFiles = [.. Directory.EnumerateFiles(run.Feed).Select(file => Path.GetFileName(file))];
        return run;
    }
}
