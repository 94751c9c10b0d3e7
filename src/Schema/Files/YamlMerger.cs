using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Yaml;

namespace PageMessagesGen.Schema.Files;

/// <summary>
/// Merges the nodes of a file with those of the files that extend it: mappings key by key, and anything else is replaced. A key without
/// a value removes that of the extended file. Each node keeps its place. If two files disagree, the first of them counts.
/// </summary>
internal sealed class YamlMerger(string extendedPath, DiagnosticBag diagnostics)
{
    // What was removed, by the mapping and the key: another file must not set it.
    private readonly Dictionary<string, YamlScalar> _removed = new(StringComparer.Ordinal);

    /// <summary>Merges the nodes of one more file.</summary>
    public YamlMapping Merge(YamlMapping whole, YamlMapping overlay) =>
        Merge(whole, overlay with { Entries = [.. overlay.Entries.Where(e => e.Key.Value != FileReferences.ExtendsKey)] }, "");

    private YamlMapping Merge(YamlMapping whole, YamlMapping overlay, string path)
    {
        var entries = whole.Entries.ToList();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
            places[entries[i].Key.Value] = i;
        var removed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in overlay.Entries)
        {
            var own = $"{path}\n{entry.Key.Value}";
            if (!places.TryGetValue(entry.Key.Value, out var place))
                Add(entries, entry, own);
            else if (IsRemoval(entry))
                Remove(entries[place], entry, own, removed);
            else
                entries[place] = Merge(entries[place], entry, own);
        }

        return whole with { Entries = [.. entries.Where(e => !removed.Contains(e.Key.Value))] };
    }

    // The key is that of the last file that sets it: what is wrong with the whole entry most likely comes from there.
    private YamlEntry Merge(YamlEntry whole, YamlEntry entry, string path)
    {
        if (whole.Value is YamlMapping inner && entry.Value is YamlMapping changes)
            return new YamlEntry(entry.Key, Merge(inner, changes, path));
        return IsConflict(whole, entry) ? whole : entry;
    }

    private void Add(List<YamlEntry> entries, YamlEntry entry, string path)
    {
        var isRemoved = _removed.TryGetValue(path, out var remover);
        if (isRemoved && !IsRemoval(entry))
            Report(entry, remover!);
        else if (!IsRemoval(entry))
            entries.Add(entry);
        else if (!isRemoved)
            diagnostics.Add(SchemaDiagnosticDescriptors.NothingToRemove, entry.Key.Range, entry.Key.Value, diagnostics.Hint(entry.Key.Value, entries.Select(e => e.Key.Value)));
    }

    private void Remove(YamlEntry whole, YamlEntry entry, string path, HashSet<string> removed)
    {
        if (IsConflict(whole, entry))
            return;
        removed.Add(entry.Key.Value);
        _removed[path] = entry.Key;
    }

    private bool IsConflict(YamlEntry whole, YamlEntry entry)
    {
        if (FirstOfOtherOverlay(whole) is not { } other || IsSame(whole.Value, entry.Value))
            return false;
        Report(entry, other);
        return true;
    }

    private void Report(YamlEntry entry, YamlScalar other) => diagnostics.Add(
        SchemaDiagnosticDescriptors.ConflictingOverlays, entry.Key.Range, entry.Key.Value, other.Range.LineSeenFrom(entry.Key.Range));

    private static bool IsRemoval(YamlEntry entry) => entry.Value is YamlScalar { IsMissing: true };

    // The first key in an entry that does not come from the extended file.
    private YamlScalar? FirstOfOtherOverlay(YamlEntry entry)
    {
        if (entry.Value is YamlMapping mapping && mapping.Entries.Select(FirstOfOtherOverlay).FirstOrDefault(k => k is not null) is { } inner)
            return inner;
        return entry.Value is not YamlMapping { Entries.Count: > 0 } && entry.Value.Range.File != extendedPath ? entry.Key : null;
    }

    private static bool IsSame(YamlNode one, YamlNode other) => (one, other) switch
    {
        (YamlScalar a, YamlScalar b) => a.Value == b.Value && a.IsPlain == b.IsPlain,
        (YamlSequence a, YamlSequence b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, IsSame).All(same => same),
        (YamlMapping a, YamlMapping b) => a.Entries.Count == b.Entries.Count
            && a.Entries.Zip(b.Entries, (x, y) => x.Key.Value == y.Key.Value && IsSame(x.Value, y.Value)).All(same => same),
        _ => false,
    };
}
