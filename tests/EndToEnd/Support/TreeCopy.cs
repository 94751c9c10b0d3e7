using System.ComponentModel;
using System.Reflection;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>Copies the repository as a fresh clone would have it, with what was changed since.</summary>
internal static class TreeCopy
{
    private static readonly string[] NotSources = ["bin", "obj", "artifacts", "TestResults", ".git", ".vs", ".idea", ".vscode"];

    public static async Task MakeAsync(string target)
    {
        var root = Metadata("RepositoryRoot");
        foreach (var file in await FilesAsync(root))
        {
            var copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(root, file), copy);
        }
    }

    /// <summary>Gives what the project file of these tests wrote down at their build.</summary>
    public static string Metadata(string key) => typeof(TreeCopy).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;

    private static async Task<IEnumerable<string>> FilesAsync(string root)
    {
        try
        {
            var git = await DotNet.RunAsync("git", root, [], "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate");
            // A file that was deleted and not yet committed is still listed.
            if (git.ExitCode == 0)
                return git.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(root, file)));
        }
        catch (Win32Exception)
        {
            // There is no git, which is nothing that one needs for this.
        }

        return Walk(root).Select(file => Path.GetRelativePath(root, file));
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(sub => !NotSources.Contains(Path.GetFileName(sub)))
            .SelectMany(Walk));
}
