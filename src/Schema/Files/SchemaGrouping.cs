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
    private readonly ILookup<string, int> _byName;

    private SchemaGrouping(IReadOnlyList<SchemaFile> files)
    {
        _files = files;
        _references = [.. files.Select(FileReferences.Of)];
        _byName = Enumerable.Range(0, files.Count).ToLookup(i => files[i].Name, StringComparer.Ordinal);
    }

    /// <summary>
    /// Groups all schema files of a project. There is one group for each file, in the same order, so that a file that is being edited
    /// does not move the groups of others.
    /// </summary>
    public static IReadOnlyList<SchemaGroup> GroupAll(IReadOnlyList<SchemaFile> files) => new SchemaGrouping(files).GroupAll();

    private IReadOnlyList<SchemaGroup> GroupAll()
    {
        var faults = _files.Select(_ => new DiagnosticBag()).ToList();
        var bases = Enumerable.Range(0, _files.Count).Select(i => _references[i].IsOverlay ? FindBase(i, faults[i]) : null).ToList();
        var overlays = Enumerable.Range(0, _files.Count)
            .Where(i => bases[i] is not null)
            .OrderBy(i => _files[i].Name, StringComparer.Ordinal).ThenBy(i => _files[i].Path, StringComparer.Ordinal)
            .ToLookup(i => bases[i]!.Value);
        return [.. _files.Select((file, i) => _references[i].IsOverlay
            ? new SchemaGroup(file.Path, default, bases[i] is null ? Faults(i, faults[i]) : default)
            : new SchemaGroup(file.Path, new[] { i }.Concat(overlays[i]).Select(member => _files[member]).ToEquatableArray(), default))];
    }

    // The file itself is not read, so what is wrong with it as YAML is told here.
    private EquatableArray<SchemaDiagnostic> Faults(int overlay, DiagnosticBag faults)
    {
        faults.AddRange(YamlFile.Read(_files[overlay]).Diagnostics);
        faults.AddRange(_references[overlay].Diagnostics);
        return faults.ToList();
    }

    private int? FindBase(int overlay, DiagnosticBag faults)
    {
        if (_references[overlay].Extends is not { } name || Find(name, overlay, faults) is not { } found)
            return null;
        if (!_references[found].IsOverlay)
            return found;
        faults.Add(SchemaDiagnosticDescriptors.ExtendedOverlay, name.Range, name.Value, Advice(found, overlay));
        return null;
    }

    private string Advice(int found, int overlay) => _references[found].Extends is { } next && next.Value != _files[overlay].Name
        ? $"extend '{next.Value}' instead"
        : "one file of a schema must extend no other";

    private int? Find(YamlScalar name, int from, DiagnosticBag faults)
    {
        var found = _byName[name.Value].Where(i => i != from).ToList();
        if (found.Count == 1)
            return found[0];
        if (found.Count == 0)
            faults.Add(SchemaDiagnosticDescriptors.UnknownFile, name.Range, name.Value, Hint(name.Value, from));
        else
            faults.Add(SchemaDiagnosticDescriptors.AmbiguousFile, name.Range, name.Value, _files[found[0]].Path, _files[found[1]].Path);
        return null;
    }

    private string Hint(string name, int from)
    {
        var names = _files.Where((_, i) => i != from).Select(f => f.Name).ToList();
        var own = FilePath.NameOf(name);
        return own != name && names.Contains(own) ? $" Write its name without the folder: '{own}'." : DiagnosticBag.Hint(Spelling.Closest(name, names, MostWrongCharacters));
    }
}
