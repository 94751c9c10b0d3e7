using System.Collections.Immutable;
using PageMessagesGen.Generator.Model;

namespace PageMessagesGen.Generator.Pipeline;

/// <summary>A schema's code, with the place that it has beside the code of the project's other schemas.</summary>
/// <param name="FileStem">How the names of its files begin.</param>
/// <param name="Service">The model; null if there is nothing to generate.</param>
/// <param name="Clash">The diagnostic if another schema has taken one of its names. It is about the whole file.</param>
internal sealed record PlacedService(string FileStem, ServiceModel? Service, SchemaFindings? Clash)
{
    /// <summary>
    /// Places all schemas of a project. There is one result for each, in the same order, sound or not: the driver compares
    /// results by their numbers, and a schema that breaks while it is being edited must not move the others.
    /// </summary>
    public static ImmutableArray<PlacedService> PlaceAll(ImmutableArray<ParsedSchema> schemas)
    {
        var files = new GeneratedFileNames();
        var types = new TypeClaims();
        var placed = new PlacedService[schemas.Length];

        // In the order of the paths, which does not depend on the order in which the build lists the files.
        foreach (var number in Enumerable.Range(0, schemas.Length).OrderBy(i => schemas[i].Path, StringComparer.Ordinal))
        {
            var (path, service) = (schemas[number].Path, schemas[number].Service);
            var clash = service is null ? null : types.Take(service, path);
            placed[number] = new PlacedService(files.Take(path), clash is null ? service : null, clash);
        }

        return ImmutableArray.Create(placed);
    }
}
