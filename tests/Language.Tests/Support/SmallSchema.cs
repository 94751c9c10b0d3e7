using System.Text.RegularExpressions;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>
/// The complete small schema with which the guide begins. An example that shows a part of a schema only (marked
/// <c>yaml part</c> or <c>yaml broken</c>) has the sections that it leaves out from here.
/// </summary>
internal static partial class SmallSchema
{
    private static readonly string Text = Fence.Of(Repository.Read("schema/README.md")).First(f => f.Info == "yaml complete").Text;

    /// <summary>Makes a whole schema of an example. One that has a head of its own, or no sections at all, is whole already.</summary>
    public static string Around(string example)
    {
        var parts = Sections(example);
        if (parts.Count == 0 || parts.Exists(s => s.Key == "schema"))
            return example;
        var own = parts.ToDictionary(s => s.Key, s => s.Text, StringComparer.Ordinal);
        var whole = Sections(Text).Select(s => own.Remove(s.Key, out var replaced) ? replaced : s.Text);
        return string.Concat(whole.ToList().Concat(parts.Where(s => own.ContainsKey(s.Key)).Select(s => s.Text)));
    }

    [GeneratedRegex("^(?<key>[a-z][a-z-]*):", RegexOptions.Multiline)]
    private static partial Regex SectionStart();

    private static List<(string Key, string Text)> Sections(string text)
    {
        var starts = SectionStart().Matches(text);
        return [.. starts.Select((start, i) => (start.Groups["key"].Value, text[start.Index..(i + 1 < starts.Count ? starts[i + 1].Index : text.Length)]))];
    }
}
