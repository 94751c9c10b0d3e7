using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>Runs the commands of the SDK, and others, and waits for their end.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    // What the test run, or a build that started it, put into the environment is not for the builds inside the tests.
    private static readonly string[] NotInherited =
    [
        "MSBUILD", "VSTEST", "TESTINGPLATFORM", "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "NUGET_PACKAGES", "GIT_", "CI",
        "CONFIGURATION", "PLATFORM", "VERSION",
    ];

    // No build node is to stay behind, and no output is to depend on the machine. The compilers are one server, which starts once
    // instead of for each of the builds.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",
        // To measure code for a second optimization takes a quarter of the time of a build, which ends before that pays.
        ["DOTNET_TieredPGO"] = "0",
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = CompilerServer.Shared.Name,
        ["NuGetAudit"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Runs <c>dotnet</c> in a folder.</summary>
    public static Task<CommandResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <summary>Runs <c>dotnet</c> in a folder, with variables added to its environment.</summary>
    public static Task<CommandResult> RunAsync(string folder, Dictionary<string, string> variables, params string[] arguments) =>
        RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, variables, arguments);

    /// <summary>Runs a program. It is stopped, with all that it started, when it takes too long.</summary>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<CommandResult> RunAsync(string program, string folder, Dictionary<string, string> variables, params string[] arguments)
    {
        using var process = new Process { StartInfo = Describe(program, folder, variables, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        var command = $"{program} {string.Join(' ', arguments)}";

        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command}\nin {folder} took longer than {Limit}:\n{Read(output)}");
        }

        return new CommandResult(command, process.ExitCode, Read(output));
    }

    /// <summary>Describes how a program is started, with the environment of these tests.</summary>
    public static ProcessStartInfo Describe(string program, string folder, Dictionary<string, string> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (DictionaryEntry inherited in Environment.GetEnvironmentVariables())
        {
            var name = (string)inherited.Key;
            if (NotInherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        }

        foreach (var (name, value) in Settings.Concat(variables))
            start.Environment[name] = value;
        return start;
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }

    private static string Read(StringBuilder output)
    {
        lock (output)
            return output.ToString();
    }
}
