using System.Collections.Immutable;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>The code of a schema, with names that are unique among the schemas of the project.</summary>
/// <param name="FileStem">The stem of its file names.</param>
/// <param name="Service">The model; null if there is nothing to generate.</param>
/// <param name="Clash">The diagnostic if another schema uses one of its names. It applies to the whole file.</param>
internal sealed record ServiceOutputModel(string FileStem, ServiceModel? Service, SchemaDiagnosticList? Clash)
{
    /// <summary>
    /// Places all schemas of a project. There is one result for each schema, valid or not, in the same order: the driver compares
    /// results by index, so a schema that is invalid while it is being edited must not move the others.
    /// </summary>
    public static ImmutableArray<ServiceOutputModel> PlaceAll(ImmutableArray<ParsedSchema> schemas)
    {
        var files = new GeneratedFileNames();
        var types = new TypeNameRegistry();
        var placed = new ServiceOutputModel[schemas.Length];

        // In an order that depends on the schemas and not on their folders: the one of the package is in another folder on each machine.
        foreach (var number in Enumerable.Range(0, schemas.Length).OrderBy(i => schemas[i], ParsedSchema.ByContent))
        {
            var (path, service) = (schemas[number].Path, schemas[number].Service);
            var clash = service is null ? null : types.Take(service, path);
            placed[number] = new ServiceOutputModel(schemas[number].IsPartOfAnother ? "" : files.Take(path), clash is null ? service : null, clash);
        }

        var namespaces = placed.Select(output => output.Service?.Namespace).OfType<string>().Distinct().ToList();
        return [.. placed.Select(output => output with
        {
            Service = output.Service is { } service ? service with { NestedNamespaces = Nested(namespaces, service.Namespace) } : null,
        })];
    }

    private static EquatableArray<string> Nested(List<string> namespaces, string outer) => namespaces
        .Where(name => name.StartsWith(outer + ".", StringComparison.Ordinal))
        .Select(name => name.Substring(outer.Length + 1).Split('.')[0])
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();
}
