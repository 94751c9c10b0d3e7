using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Files;

/// <summary>
/// Finds copies of schemas that a build or <c>dotnet publish</c> has left in a folder of the project. They may be older than the schema,
/// so their content is not compared.
/// </summary>
internal static class SchemaCopies
{
    private static readonly HashSet<string> OutputFolders = new(["bin", "obj", "artifacts", "publish", "out"], StringComparer.OrdinalIgnoreCase);

    // What makes two files the same schema, or the same change of one.
    private static readonly string[] IdentityKeys = ["namespace", "service", FileReferences.ExtendsKey];

    /// <summary>Gets the original of each file, in the same order; null for a file that is no copy.</summary>
    public static IReadOnlyList<SchemaFile?> FindOriginals(IReadOnlyList<SchemaFile> files)
    {
        var originals = new SchemaFile?[files.Count];
        foreach (var same in Enumerable.Range(0, files.Count).GroupBy(i => files[i].Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            foreach (var copy in same)
                originals[copy] = same.Select(i => files[i]).FirstOrDefault(file => OutputFolderOf(files[copy], file) is not null && IsSameSchema(files[copy], file));
        }

        return originals;
    }

    /// <summary>Gets the name of the output folder that contains a file and not the original, or null.</summary>
    public static string? OutputFolderOf(SchemaFile copy, SchemaFile original)
    {
        var (inner, outer) = (FilePath.Split(copy.Path), FilePath.Split(original.Path));
        var common = 0;
        while (common < Math.Min(inner.Length, outer.Length) - 1 && inner[common] == outer[common])
            common++;
        if (outer.Skip(common).Any(OutputFolders.Contains))
            return null;
        var folder = Array.FindIndex(inner, common, OutputFolders.Contains);
        return folder < 0 || folder == inner.Length - 1 ? null : inner[folder];
    }

    private static bool IsSameSchema(SchemaFile one, SchemaFile other) =>
        YamlFile.Read(one).Root is YamlMapping first && YamlFile.Read(other).Root is YamlMapping second
        && IdentityKeys.All(key => (first.Find(key) as YamlScalar)?.Value == (second.Find(key) as YamlScalar)?.Value);
}
