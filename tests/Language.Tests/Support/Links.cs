using System.Text.RegularExpressions;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>The links of a page to files of the repository.</summary>
internal static partial class Links
{
    /// <summary>Gives the links of a page that lead to no file, or to no heading of one.</summary>
    public static IReadOnlyList<string> Broken(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        var targets = Link().Matches(Repository.Read(page)).Select(m => m.Groups["target"].Value);
        return [.. targets.Where(t => !t.Contains("://", StringComparison.Ordinal) && !Exists(page, folder, t))];
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 -]")]
    private static partial Regex NotInAnchors();

    private static bool Exists(string page, string folder, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? page : Path.Combine(folder, parts[0]);
        return Repository.Has(file)
            && (parts.Length == 1 || Heading().Matches(Repository.Read(file)).Any(m => Anchor(m.Groups["title"].Value) == parts[1]));
    }

    // As pages on the web make anchors of headings: in lower case, without punctuation, with dashes for blanks.
    private static string Anchor(string title) => NotInAnchors().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');
}
