using System.Text.RegularExpressions;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>
/// The complete small schema with which the guide begins. An example that shows a part of a schema only has everything that
/// it leaves out from here: whole sections, and the operations, types and so on that it does not define anew.
/// </summary>
internal static partial class SmallSchema
{
    private static readonly Lazy<string> LazyText = new(() => Fence.Of(Repository.Read("schema/README.md")).First(f => f.Info == "yaml complete").Text);

    /// <summary>The small schema itself.</summary>
    public static string Text => LazyText.Value;

    /// <summary>Makes a whole schema of an example. One that has a head of its own, extends another file, or has no sections at all, is whole already.</summary>
    public static string Around(string example)
    {
        var parts = SectionsOf(example, SectionStart());
        return parts.Count == 0 || parts.Exists(p => p.Key is "schema" or "extends") ? example : Merge(SectionsOf(Text, SectionStart()), parts, MergeEntries);
    }

    [GeneratedRegex("^(?<key>[a-z][a-z-]*):", RegexOptions.Multiline)]
    private static partial Regex SectionStart();

    [GeneratedRegex("^  (?<key>[A-Za-z0-9\"/]\\S*):", RegexOptions.Multiline)]
    private static partial Regex EntryStart();

    // The whole, with the parts in place of what has their keys, and behind it where nothing has.
    private static string Merge(List<Section> whole, List<Section> parts, Func<string, string, string> merge)
    {
        var replaced = whole.Select(w => parts.Find(p => p.Key == w.Key) is { } part ? merge(w.Text, part.Text) : w.Text);
        return string.Concat(replaced.ToList().Concat(parts.Where(p => !whole.Exists(w => w.Key == p.Key)).Select(p => p.Text)));
    }

    private static string MergeEntries(string whole, string part)
    {
        var entries = SectionsOf(part, EntryStart());
        if (entries.Count == 0)
            return part;
        var head = whole[..(whole.IndexOf('\n', StringComparison.Ordinal) + 1)];
        return head + Merge(SectionsOf(whole, EntryStart()), entries, (_, own) => own);
    }

    private static List<Section> SectionsOf(string text, Regex start)
    {
        var starts = start.Matches(text);
        return [.. starts.Select((s, i) => new Section(s.Groups["key"].Value, text[s.Index..(i + 1 < starts.Count ? starts[i + 1].Index : text.Length)]))];
    }

    private sealed record Section(string Key, string Text);
}
