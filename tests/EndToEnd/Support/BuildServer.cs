using System.Collections.Concurrent;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>
/// A server of MSBuild, which the first build that names it starts. It has loaded and compiled MSBuild, the SDK and NuGet, which take most of
/// the time of a small build. It serves one build at a time, so there are as many as there are builds at the same time.
/// </summary>
internal sealed class BuildServer
{
    private static readonly ConcurrentBag<BuildServer> Idle = [];

    // Builds find a server by this. No other run has it.
    private readonly Dictionary<string, string> _variables = new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "0",
        ["MSBUILDNODEHANDSHAKESALT"] = $"pagemessagesgen-{Guid.NewGuid():N}",
    };

    /// <summary>Runs a command of the SDK that builds, by a server that is idle.</summary>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="arguments">The command. One node builds, and that is the server.</param>
    public static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        var server = Idle.TryTake(out var idle) ? idle : new BuildServer();
        try
        {
            return await DotNet.RunAsync(folder, server._variables, [.. arguments, "-maxcpucount:1"]);
        }
        finally
        {
            Idle.Add(server);
        }
    }

    /// <summary>Stops all servers, so that no process stays behind. No build may run.</summary>
    /// <param name="folder">Any folder.</param>
    public static async Task StopAllAsync(string folder)
    {
        while (Idle.TryTake(out var server))
            Assert.Equal(0, (await DotNet.RunAsync(folder, server._variables, "build-server", "shutdown", "--msbuild")).ExitCode);
    }
}
