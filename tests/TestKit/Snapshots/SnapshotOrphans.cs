using System.Reflection;
using Xunit;

namespace PageMessagesGen.TestKit.Snapshots;

/// <summary>Finds snapshots whose test was renamed or deleted.</summary>
internal static class SnapshotOrphans
{
    /// <summary>Gives the path of each file or directory in a project's snapshots that belongs to none of its tests.</summary>
    public static IReadOnlyList<string> Find(string projectDirectory, IEnumerable<Type> testClasses)
    {
        var root = Path.Combine(projectDirectory, Snapshot.DirectoryName);
        if (!Directory.Exists(root))
            return [];
        var tests = testClasses
            .SelectMany(type => type.GetMethods().Where(m => m.GetCustomAttributes<FactAttribute>().Any()).Select(m => $"{type.Name}.{m.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Directory.GetFileSystemEntries(root).Where(entry => File.Exists(entry) || !tests.Contains(Path.GetFileName(entry))).Order(StringComparer.Ordinal)];
    }
}
