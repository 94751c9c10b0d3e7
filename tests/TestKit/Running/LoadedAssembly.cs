using System.Reflection;
using System.Runtime.Loader;

namespace PageMessagesGen.TestKit.Running;

/// <summary>
/// A compiled project, loaded to be called. It stands apart from the test's own assemblies and can be unloaded; what both
/// refer to is shared, so a type of the runtime library is the same type on both sides.
/// </summary>
public sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;

    internal LoadedAssembly(string name, Stream image, IEnumerable<string> references)
    {
        var files = references.ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
        _context = new AssemblyLoadContext(name, isCollectible: true);

        // Asked only for what the test's own assemblies do not include.
        _context.Resolving += (context, wanted) =>
            files[wanted.Name ?? ""].FirstOrDefault() is { } path ? context.LoadFromAssemblyPath(path) : null;
        Assembly = _context.LoadFromStream(image);
    }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Finds a type by its full name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the types that there are.</exception>
    public Type Type(string fullName) =>
        Assembly.GetType(fullName)
            ?? throw new ArgumentException($"There is no type '{fullName}'. There are: {string.Join(", ", Assembly.GetTypes().Select(t => t.FullName))}", nameof(fullName));

    /// <summary>Lets the assembly go, once nothing of it is in use any more.</summary>
    public void Dispose() => _context.Unload();
}
