using System.Text.RegularExpressions;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Language.Tests;

/// <summary>Every kind of mistake has a page, and what the page shows is what a build says.</summary>
public sealed partial class RulePagesTests
{
    // They tell of the project, and come from the package's targets.
    private static readonly string[] OfTargets = ["PMG9002", "PMG9004", "PMG9005", "PMG9006"];

    public static TheoryData<string> Ids => [.. SchemaDiagnosticDescriptors.All.Select(r => r.Id)];

    public static TheoryData<string> IdsOfSchemas =>
        [.. SchemaDiagnosticDescriptors.All.Select(r => r.Id).Where(id => !id.StartsWith("PMG9", StringComparison.Ordinal))];

    public static TheoryData<string> Pages => [.. Repository.RulePages];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_kind_of_mistake_has_a_page_with_its_title(string id)
    {
        var rule = SchemaDiagnosticDescriptors.All.Single(r => r.Id == id);

        Assert.StartsWith($"# {id}: {rule.Title}\n\n", Page(id), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_page_without_a_kind_of_mistake()
    {
        Assert.Equal(
            SchemaDiagnosticDescriptors.All.Select(r => $"{r.Id}.md").Concat(OfTargets.Select(id => $"{id}.md")).Order(StringComparer.Ordinal),
            Repository.RulePages.Where(page => !IsOfAnalyzers(page)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_reports_it_and_how_to_fix_it(string page)
    {
        var text = Repository.Read($"docs/rules/{page}");

        string[] headings = IsOfAnalyzers(page) ? ["What reports it", "How to fix it", "When to suppress it"] : ["What reports it", "How to fix it"];
        Assert.Equal(headings, Heading().Matches(text).Select(m => m.Groups["title"].Value));
        Assert.Empty(Links.Broken($"docs/rules/{page}"));
    }

    [Theory]
    [MemberData(nameof(IdsOfSchemas))]
    public void The_bad_schema_of_a_page_gets_the_message_of_the_page_and_no_other(string id)
    {
        var fences = Fence.Of(Page(id));
        var bad = Assert.Single(fences, f => f.Info == $"yaml broken {id}");
        var message = Assert.Single(fences, f => f.Info == "text");

        Assert.Equal(message.Text.TrimEnd().Split('\n'), FindingsIn(id, bad, fences));
    }

    [Theory]
    [MemberData(nameof(IdsOfSchemas))]
    public void A_good_schema_of_a_page_gets_no_message(string id)
    {
        var fences = Fence.Of(Page(id));

        Assert.All(fences.Where(f => f.Info == "yaml part"), good => Assert.Empty(FindingsIn(id, good, fences)));
    }

    [Fact]
    public void The_page_on_settings_shows_what_a_build_says_of_them()
    {
        var fences = Fence.Of(Page("PMG9003"));
        var (bad, good) = (fences[0], fences[^1]);

        Assert.Equal([fences[1].Text.TrimEnd()], Generation.FindingsIn([("greetings.endpoint.yaml", SmallSchema.Text)], Metadata(bad)));
        Assert.Empty(Generation.FindingsIn([("greetings.endpoint.yaml", SmallSchema.Text)], Metadata(good)));
    }

    [Fact]
    public void The_page_on_copies_shows_what_a_build_says_of_one()
    {
        var message = Assert.Single(Fence.Of(Page("PMG9007")), f => f.Info == "text").Text.TrimEnd();

        Assert.Equal([message], Generation.FindingsIn([("greetings.endpoint.yaml", SmallSchema.Text), ("publish/greetings.endpoint.yaml", SmallSchema.Text)]));
        Assert.Contains(Regex.Match(message, "<[^>]*>").Value, Page("PMG9007").Split("## How to fix it")[1], StringComparison.Ordinal);
    }

    [GeneratedRegex("^## (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(" (?<name>Namespace|Visibility|Client|JsonContext)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Setting();

    // What is reported of C# is tested where it is reported.
    private static bool IsOfAnalyzers(string page) => page.StartsWith("PMG3", StringComparison.Ordinal) || page.StartsWith("PMG4", StringComparison.Ordinal);

    private static string Page(string id) => Repository.Read($"docs/rules/{id}.md");

    // Two schemas clash only if there are two.
    private static IReadOnlyList<string> FindingsIn(string id, Fence fence, IEnumerable<Fence> page) => id == SchemaDiagnosticDescriptors.SchemaClash.Id
        ? Generation.FindingsIn([("greetings.endpoint.yaml", SmallSchema.Text), ("more-greetings.endpoint.yaml", SmallSchema.Around(fence.Text))])
        : Generation.FindingsIn(PageProject.Around(fence, page));

    private static (string Key, string Value)[] Metadata(Fence item) =>
        [.. Setting().Matches(item.Text).Select(m => ($"Endpoint{m.Groups["name"].Value}", m.Groups["value"].Value))];
}
