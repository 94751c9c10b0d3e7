using PageMessagesGen.Schema.Files;

namespace PageMessagesGen.Emulator;

/// <summary>Reads schema files together with those of the same folder that they refer to, or that extend them, as a build does.</summary>
internal static class SchemaFolder
{
    private static readonly string[] Endings = [".endpoint.yaml", ".endpoint.yml"];

    /// <summary>Reads the schemas to which files belong, each once.</summary>
    /// <param name="paths">The paths of the files.</param>
    /// <param name="embedded">The schema that counts as one of each folder, unless the folder has one of its name.</param>
    /// <exception cref="ArgumentException">A file cannot be read.</exception>
    public static IReadOnlyList<SchemaGroup> Read(IReadOnlyList<string> paths, SchemaFile embedded)
    {
        try
        {
            return [.. paths.Select(path => Read(Path.GetFullPath(path), embedded)).DistinctBy(group => group.Path)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ArgumentException($"A schema file cannot be read: {exception.Message}", exception);
        }
    }

    private static SchemaGroup Read(string path, SchemaFile embedded)
    {
        List<SchemaFile> files = [ReadFile(path)];
        files.AddRange(Directory.EnumerateFiles(Path.GetDirectoryName(path)!)
            .Where(file => file != path && Array.Exists(Endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(ReadFile));
        if (files.Skip(1).All(file => file.Name != embedded.Name))
            files.Add(embedded);
        var groups = SchemaGrouping.GroupAll(files);
        return groups[0].IsPartOfAnother ? groups.First(group => group.Files.Any(file => file.Path == path)) : groups[0];
    }

    private static SchemaFile ReadFile(string path) => new(path, File.ReadAllText(path));
}
