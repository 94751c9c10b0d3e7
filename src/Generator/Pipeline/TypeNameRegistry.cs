using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The type names that the schemas of a project use so far, by namespace.</summary>
internal sealed class TypeNameRegistry
{
    private readonly Dictionary<string, Dictionary<string, string>> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes all names of a service. If another schema already has one of them, takes none and returns the diagnostic.</summary>
    public SchemaDiagnosticList? Take(ServiceModel service, string path)
    {
        if (!_owners.TryGetValue(service.Namespace, out var owners))
            _owners.Add(service.Namespace, owners = new(StringComparer.OrdinalIgnoreCase));
        var names = Names(service).ToList();
        if (names.FirstOrDefault(owners.ContainsKey) is { } taken)
        {
            var diagnostics = new DiagnosticBag();
            diagnostics.Add(SchemaDiagnosticDescriptors.SchemaClash, TextRange.FileStart, $"{service.Namespace}.{taken}", Describe(owners[taken], path));
            return new SchemaDiagnosticList(path, diagnostics.ToList());
        }

        foreach (var name in names)
            owners[name] = path;
        return null;
    }

    private static IEnumerable<string> Names(ServiceModel service) =>
        service.Records.Select(r => r.Name)
            .Concat(service.Unions.SelectMany(u => new[] { u.Name, u.Raw }))
            .Concat(service.Enums.Select(e => e.Name))
            .Concat([service.Client, service.ErrorCodes, service.Validator]);

    // A copy of a schema usually has the same file name, so the folder is added if it differs.
    private static string Describe(string owner, string path)
    {
        var (folder, name) = (FilePath.FolderOf(owner), FilePath.NameOf(owner));
        return folder == FilePath.FolderOf(path) ? name : $"{name} in {folder}";
    }
}
