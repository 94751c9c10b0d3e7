using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Files;

/// <summary>Follows the files whose types others use. A use that leads back to its own file is left out.</summary>
/// <param name="count">The number of files.</param>
/// <param name="find">Finds the files that a file uses.</param>
/// <param name="create">Creates the group of a file from those that it uses, and the names that lead back.</param>
internal sealed class SchemaUses(
    int count,
    Func<int, IEnumerable<(YamlScalar Name, int File)>> find,
    Func<int, IReadOnlyList<SchemaGroup>, IReadOnlyList<YamlScalar>, SchemaGroup> create)
{
    private readonly SchemaGroup?[] _groups = new SchemaGroup?[count];
    private readonly List<(YamlScalar Name, int File)>?[] _found = new List<(YamlScalar, int)>?[count];
    private readonly HashSet<int> _used = [];

    /// <summary>Determines whether another file uses a file, after all groups were asked for.</summary>
    public bool IsUsed(int file) => _used.Contains(file);

    /// <summary>Gets the group of a file.</summary>
    public SchemaGroup GroupOf(int file)
    {
        if (_groups[file] is { } known)
            return known;

        // Most files use none.
        if (FilesUsedBy(file).Count == 0)
            return _groups[file] = create(file, [], []);
        var cycles = FilesUsedBy(file).Where(use => LeadsTo(use.File, file, [])).ToList();
        var uses = FilesUsedBy(file).Except(cycles).Select(use => use.File).Distinct().ToList();
        _used.UnionWith(uses);
        return _groups[file] = create(file, [.. uses.Select(use => GroupOf(use) with { IsUsed = true })], [.. cycles.Select(use => use.Name)]);
    }

    private List<(YamlScalar Name, int File)> FilesUsedBy(int file) => _found[file] ??= [.. find(file)];

    private bool LeadsTo(int from, int file, HashSet<int> seen) =>
        from == file || (seen.Add(from) && FilesUsedBy(from).Any(use => LeadsTo(use.File, file, seen)));
}
