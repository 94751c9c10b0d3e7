using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The names of types and namespaces that the schemas of a project use so far.</summary>
internal sealed class TypeNameRegistry
{
    // Types that differ only in case would be one type to many tools.
    private readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase);

    // C# does not allow a type and a namespace with the same full name.
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Takes all names of a service. If another schema already has one of them, takes none and returns the diagnostic.</summary>
    public SchemaDiagnosticList? Take(ServiceModel service, string path)
    {
        var types = service.TypeNames.Select(name => $"{service.Namespace}.{name}").ToList();
        var namespaces = WithOuter(service.Namespace).ToList();
        foreach (var (names, owners) in new[] { (types, _types), (types, _namespaces), (namespaces, _types) })
        {
            if (names.FirstOrDefault(owners.ContainsKey) is not { } taken)
                continue;
            var diagnostics = new DiagnosticBag();
            diagnostics.Add(SchemaDiagnosticDescriptors.SchemaClash, TextRange.FileStart, taken, Describe(owners[taken], path));
            return new SchemaDiagnosticList(path, diagnostics.ToList());
        }

        foreach (var type in types)
            _types[type] = path;
        foreach (var @namespace in namespaces)
            _namespaces[@namespace] = path;
        return null;
    }

    private static IEnumerable<string> WithOuter(string @namespace)
    {
        for (var end = @namespace.Length; end > 0; end = @namespace.LastIndexOf('.', end - 1))
            yield return @namespace.Substring(0, end);
    }

    // A copy of a schema usually has the same file name, so the folder is added if it differs.
    private static string Describe(string owner, string path)
    {
        var (folder, name) = (FilePath.FolderOf(owner), FilePath.NameOf(owner));
        return folder == FilePath.FolderOf(path) ? name : $"{name} in {folder}";
    }
}
