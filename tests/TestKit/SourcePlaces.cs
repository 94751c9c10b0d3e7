using System.Reflection;

namespace PageMessagesGen.TestKit;

/// <summary>
/// Finds files of the repository from a test. The build wrote the directories into the test assembly (see
/// <c>Testing.props</c>); paths from <c>[CallerFilePath]</c> would not do, since a CI build maps them to <c>/_/</c>.
/// </summary>
public static class SourcePlaces
{
    /// <summary>The directory of the project that an assembly was built from.</summary>
    /// <exception cref="InvalidOperationException">The project does not import <c>Testing.props</c>, or it was moved since.</exception>
    public static string ProjectOf(Assembly assembly) => Directory(assembly, "ProjectDirectory");

    /// <summary>The directory of the repository that an assembly was built from.</summary>
    /// <exception cref="InvalidOperationException">The project does not import <c>Testing.props</c>, or it was moved since.</exception>
    public static string RepositoryOf(Assembly assembly) => Directory(assembly, "RepositoryRoot");

    private static string Directory(Assembly assembly, string key)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var name = assembly.GetName().Name;
        var directory = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == key)?.Value
            ?? throw new InvalidOperationException($"{name} does not say its {key}: import tests/TestKit/Testing.props in its project file.");
        return System.IO.Directory.Exists(directory)
            ? directory
            : throw new InvalidOperationException($"{name} was built in {directory}, which does not exist: build it where it is tested.");
    }
}
