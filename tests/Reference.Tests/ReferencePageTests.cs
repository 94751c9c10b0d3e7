using System.Text.RegularExpressions;
using PageMessagesGen.Reference.Tests.Page;
using PageMessagesGen.TestKit.Snapshots;

namespace PageMessagesGen.Reference.Tests;

/// <summary>The reference page is the one that the schema gives, and leaves nothing out.</summary>
public sealed partial class ReferencePageTests
{
    private static readonly string Page = ReferencePage.Write();

    [Fact]
    public void The_committed_page_is_the_one_that_the_schema_gives() =>
        Snapshot.Of<ReferencePageTests>().MatchFile(PageSchema.PagePath, Page);

    [Fact]
    public void Each_type_has_one_heading()
    {
        var headings = Heading().Matches(Page).Select(match => match.Groups["title"].Value).ToList();

        Assert.All(PageSchema.Document.Names, name => Assert.Single(headings, name));
        Assert.Equal(headings.Count, headings.Select(Markdown.Anchor).Distinct().Count());
    }

    [Fact]
    public void Each_member_value_rule_error_and_source_is_mentioned()
    {
        var document = PageSchema.Document;
        var members = document.Types.SelectMany(type => type.Members.Select(member => Markdown.Code(member.Name)));
        var values = document.Enums.SelectMany(type => type.Members.Select(member => Markdown.Code(member.Wire)));
        var rules = document.Types.SelectMany(type => type.Rules.Select(rule => Markdown.Target(RuleText.Anchor(rule.Rule.Name))));
        var errors = document.Errors.Select(error => Markdown.Target(FactText.ErrorAnchor(error.Key)));
        var sources = document.Sources.Select(source => Markdown.Target(FactText.SourceAnchor(source.Name)));

        Assert.All([.. members, .. values, .. rules, .. errors, .. sources], part => Assert.Contains(part, Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_link_within_the_page_leads_somewhere()
    {
        var targets = Heading().Matches(Page).Select(match => Markdown.Anchor(match.Groups["title"].Value))
            .Concat(Target().Matches(Page).Select(match => match.Groups["id"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Link().Matches(Page).Select(match => match.Groups["anchor"].Value).Where(anchor => !targets.Contains(anchor)).Distinct());
    }

    [Fact]
    public void Each_row_of_a_table_has_as_many_cells_as_its_columns()
    {
        var columns = 0;
        foreach (var line in Page.Split('\n'))
        {
            var cells = line.StartsWith('|') ? Separator().Count(line) : 0;
            Assert.True(columns == 0 || cells == 0 || cells == columns, line);
            columns = cells;
        }
    }

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">")]
    private static partial Regex Target();

    [GeneratedRegex(@"\]\(#(?<anchor>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Separator();
}
