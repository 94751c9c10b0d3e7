using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PageMessagesGen.TestKit.Running;

/// <summary>
/// What a compilation in a test may refer to. Reading an assembly's metadata is the dearest part of a small compilation,
/// so each file is read once per test run.
/// </summary>
public static class References
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Files = new(StringComparer.Ordinal);
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyFramework = new(FindFramework);

    /// <summary>The assemblies of the running .NET, and nothing of the tests' own: neither xunit nor the generator under test.</summary>
    public static ImmutableArray<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>The assembly in which a type is defined.</summary>
    public static MetadataReference ToAssemblyOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ToFile(type.Assembly.Location);
    }

    private static MetadataReference ToFile(string path) => Files.GetOrAdd(path, static p => MetadataReference.CreateFromFile(p));

    private static ImmutableArray<MetadataReference> FindFramework()
    {
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")
            ?? throw new InvalidOperationException("The host does not say which assemblies it trusts; run the tests by 'dotnet test'.");
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        // The host lists the core library twice.
        return [.. trusted.Split(Path.PathSeparator).Distinct().Where(path => Path.GetDirectoryName(path) == runtime).Order(StringComparer.Ordinal).Select(ToFile)];
    }
}
