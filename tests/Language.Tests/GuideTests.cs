using System.Text.RegularExpressions;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Language.Tests;

/// <summary>What <c>schema/README.md</c> says of the language is so.</summary>
public sealed class GuideTests
{
    private static readonly string Guide = Repository.Read("schema/README.md");

    public static TheoryData<int> Schemas => [.. Fence.Of(Guide).Where(f => f.Language == "yaml").Select(f => f.Line)];

    public static TheoryData<string> Ids => [.. SchemaDiagnosticDescriptors.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_in_the_guide_is_what_it_is_said_to_be(int line)
    {
        var fences = Fence.Of(Guide);
        var fence = fences.Single(f => f.Line == line);
        var ids = Generation.FindingsIn(PageProject.Around(fence, fences)).Select(f => f.Split(':')[0]).Distinct();

        Assert.Equal(!fence.Info.StartsWith("yaml broken", StringComparison.Ordinal) ? [] : [fence.Info["yaml broken ".Length..]], ids);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void An_editor_finds_nothing_in_a_sound_schema_of_the_guide(int line)
    {
        var fence = Fence.Of(Guide).Single(f => f.Line == line);

        Assert.Equal(fence.Info.StartsWith("yaml broken", StringComparison.Ordinal), EditorSchema.Judge(SmallSchema.Around(fence.Text)).Count > 0);
    }

    [Fact]
    public void A_message_in_the_guide_is_the_one_that_its_schema_gets()
    {
        var fences = Fence.Of(Guide);
        var broken = Assert.Single(fences, f => f.Info.StartsWith("yaml broken", StringComparison.Ordinal));
        var message = Assert.Single(fences, f => f.Info == "text");

        Assert.Equal([message.Text.TrimEnd()], Generation.FindingsIn(SmallSchema.Around(broken.Text)));
    }

    [Fact]
    public void The_guide_names_every_key_and_every_word_of_the_language()
    {
        var named = Regex.Matches(Guide, "`(?<code>[^`\n]+)`")
            .SelectMany(m => m.Groups["code"].Value.Split([' ', ':', '{', '}'], StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet();

        Assert.Empty(EditorSchema.PropertyNames.Concat(EditorSchema.Words).Except(named));
    }

    [Fact]
    public void The_guide_gives_each_type_its_type_in_CSharp()
    {
        var rows = Regex.Matches(Guide, @"^\| `(?<type>[a-z-]+)` \| [^|]* \| `(?<code>\w+)` \|$", RegexOptions.Multiline);

        Assert.Equal(11, rows.Count);
        Assert.All(rows, row =>
        {
            var member = Level.All.Single(l => l.Name == "member").With("type", row.Groups["type"].Value);
            Assert.Matches($$""" public {{row.Groups["code"].Value}}\?? Text { get; init; }""", Generation.SourceOf(member));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_guide_lists_every_kind_of_mistake_with_its_title(string id)
    {
        var rule = SchemaDiagnosticDescriptors.All.Single(r => r.Id == id);

        Assert.Contains($"\n| [{id}](../docs/rules/{id}.md) | **{rule.Title}.** ", Guide, StringComparison.Ordinal);
    }

    [Fact]
    public void The_links_of_the_guide_lead_somewhere()
    {
        Assert.Empty(Links.Broken("schema/README.md"));
    }
}
