using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Files;

/// <summary>Finds the files that are read as one schema. Files name each other, without folders.</summary>
internal sealed class SchemaGrouping
{
    // The endings of all names are alike, so they do not count as similar.
    private const int MostWrongCharacters = 2;

    private readonly IReadOnlyList<SchemaFile> _files;
    private readonly IReadOnlyList<FileReferences> _references;
    private readonly IReadOnlyList<SchemaFile?> _originals;
    private readonly ILookup<string, int> _byName;
    private readonly List<DiagnosticBag> _faults;
    private readonly int?[] _bases;
    private readonly ILookup<int, int> _overlays;

    private SchemaGrouping(IReadOnlyList<SchemaFile> files)
    {
        _files = files;
        _references = [.. files.Select(FileReferences.Of)];
        _originals = SchemaCopies.FindOriginals(files);
        var all = Enumerable.Range(0, files.Count).Where(i => _originals[i] is null).ToList();
        _byName = all.ToLookup(i => files[i].Name, StringComparer.Ordinal);
        _faults = [.. files.Select(_ => new DiagnosticBag())];
        _bases = [.. files.Select((_, i) => _references[i].IsOverlay && _originals[i] is null ? FindBase(i) : null)];
        _overlays = all
            .Where(i => _bases[i] is not null)
            .OrderBy(i => files[i].Name, StringComparer.Ordinal).ThenBy(i => files[i].Text, StringComparer.Ordinal)
            .ToLookup(i => _bases[i]!.Value);
    }

    /// <summary>
    /// Groups all schema files of a project. There is one group for each file, in the same order, so that a file that is being edited
    /// does not move the groups of others.
    /// </summary>
    public static IReadOnlyList<SchemaGroup> GroupAll(IReadOnlyList<SchemaFile> files) => new SchemaGrouping(files).GroupAll();

    private IReadOnlyList<SchemaGroup> GroupAll()
    {
        var uses = new SchemaUses(_files.Count, i => _references[i].IsOverlay ? [] : FindUsed(i), Group);
        var groups = _files.Select((_, i) => _originals[i] is { } original ? CopyGroup(i, original) : _references[i].IsOverlay ? OverlayGroup(i) : uses.GroupOf(i)).ToList();
        return [.. groups.Select((group, i) => group with { IsUsed = uses.IsUsed(i) })];
    }

    private SchemaGroup Group(int file, IReadOnlyList<SchemaGroup> uses, IReadOnlyList<YamlScalar> cycles)
    {
        foreach (var name in cycles)
            _faults[file].Add(SchemaDiagnosticDescriptors.UseInCycle, name.Range, name.Value);
        var members = new[] { file }.Concat(_overlays[file]).ToList();
        foreach (var member in members)
            _faults[file].AddRange(_references[member].Diagnostics);
        return new SchemaGroup(_files[file].Path, members.Select(i => _files[i]).ToEquatableArray(), uses.ToEquatableArray(), _faults[file].ToList());
    }

    private SchemaGroup CopyGroup(int copy, SchemaFile original)
    {
        var folder = SchemaCopies.OutputFolderOf(_files[copy], original)!;
        _faults[copy].Add(SchemaDiagnosticDescriptors.CopyInOutputFolder, TextRange.FileStart, original.Path, folder);
        return new SchemaGroup(_files[copy].Path, default, default, _faults[copy].ToList());
    }

    // The file of a faulty name is not read, so what is wrong with it as YAML is told here.
    private SchemaGroup OverlayGroup(int overlay)
    {
        if (_bases[overlay] is not null)
            return new SchemaGroup(_files[overlay].Path, default, default, default);
        _faults[overlay].AddRange(YamlFile.Read(_files[overlay]).Diagnostics);
        _faults[overlay].AddRange(_references[overlay].Diagnostics);
        return new SchemaGroup(_files[overlay].Path, default, default, _faults[overlay].ToList());
    }

    private int? FindBase(int overlay)
    {
        if (_references[overlay].Extends is not { } name || Find(name, overlay, overlay) is not { } found)
            return null;
        if (!_references[found].IsOverlay)
            return found;
        ReportOverlay(name, found, overlay, overlay, "extend");
        return null;
    }

    // A list is replaced as a whole, so the names are those of the last file that has some.
    private IEnumerable<(YamlScalar Name, int File)> FindUsed(int file)
    {
        var last = new[] { file }.Concat(_overlays[file]).Last(i => i == file || _references[i].Uses is not null);
        foreach (var name in _references[last].Uses ?? [])
        {
            if (Find(name, last, file) is not { } found)
                continue;
            if (_references[found].IsOverlay)
                ReportOverlay(name, found, file, file, "use");
            else
                yield return (name, found);
        }
    }

    private void ReportOverlay(YamlScalar name, int found, int from, int group, string verb)
    {
        var advice = _references[found].Extends is { } next && next.Value != _files[from].Name
            ? $"{verb} '{next.Value}' instead"
            : "one file of a schema must extend no other";
        _faults[group].Add(SchemaDiagnosticDescriptors.ExtendedOverlay, name.Range, name.Value, advice);
    }

    private int? Find(YamlScalar name, int from, int group)
    {
        var found = _byName[name.Value].Where(i => i != from).ToList();
        if (found.Count == 1)
            return found[0];
        if (found.Count == 0)
            _faults[group].Add(SchemaDiagnosticDescriptors.UnknownFile, name.Range, name.Value, Hint(name.Value, from));
        else
            _faults[group].Add(SchemaDiagnosticDescriptors.AmbiguousFile, name.Range, name.Value, _files[found[0]].Path, _files[found[1]].Path);
        return null;
    }

    private string Hint(string name, int from)
    {
        var names = _files.Where((_, i) => i != from).Select(f => f.Name).ToList();
        var own = FilePath.NameOf(name);
        return own != name && names.Contains(own) ? $" Write its name without the folder: '{own}'." : DiagnosticBag.Hint(Spelling.Closest(name, names, MostWrongCharacters));
    }
}
