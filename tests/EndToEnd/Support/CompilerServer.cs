namespace PageMessagesGen.EndToEnd.Support;

/// <summary>A compiler server, which the first build that names it starts.</summary>
internal sealed class CompilerServer
{
    /// <summary>The argument with which a build does without a server.</summary>
    public const string NotUsed = "-p:UseSharedCompilation=false";

    /// <summary>Gets the server of all builds that name no other one.</summary>
    public static CompilerServer Shared { get; } = new();

    /// <summary>Gets its name, by which builds find it. No other run has it.</summary>
    public string Name { get; } = $"pagemessagesgen-{Guid.NewGuid():N}";

    /// <summary>Gets the argument with which a build uses it.</summary>
    public string Used => $"-p:SharedCompilationId={Name}";

    /// <summary>Stops it, so that no process stays behind.</summary>
    /// <param name="project">A project; only a build knows where the program of the server lies.</param>
    public async Task StopAsync(FreshProject project)
    {
        var compiler = (await project.RebuildAsync("-getProperty:RoslynTargetsPath")).Succeeded().Output.Trim();
        var stop = await DotNet.RunAsync(project.Folder, Path.Combine(compiler, "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{Name}");
        stop.Succeeded();
    }
}
