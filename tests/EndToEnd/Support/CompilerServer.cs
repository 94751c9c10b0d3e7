namespace PageMessagesGen.EndToEnd.Support;

/// <summary>A compiler server of its own, which a build of the project starts and the end of this object stops.</summary>
internal sealed class CompilerServer(FreshProject project) : IAsyncDisposable
{
    private readonly string _pipe = $"pagemessagesgen-{Guid.NewGuid():N}";

    /// <summary>What makes a build use the server.</summary>
    public string[] Arguments => ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={_pipe}"];

    public async ValueTask DisposeAsync()
    {
        // Where the server's program lies is known to the build only.
        var compiler = (await project.RebuildAsync("-getProperty:RoslynTargetsPath")).Succeeded().Output.Trim();
        var stop = await DotNet.RunAsync(project.Folder, Path.Combine(compiler, "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{_pipe}");
        stop.Succeeded();
    }
}
