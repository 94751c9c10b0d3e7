using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PageMessagesGen.Analyzers.Diagnostics;
using PageMessagesGen.Analyzers.Usage;
using PageMessagesGen.TestKit;

namespace PageMessagesGen.Analyzers.Tests.Pages;

/// <summary>Everything that is reported has a page, and what the page shows is what a build says.</summary>
public sealed class RulePagesTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
    [
        .. new DiagnosticAnalyzer[] { new RequestAnalyzer(), new LiteralTokenAnalyzer(), new JsonContextAnalyzer(), new RawJsonAnalyzer(), new RuleSettingsAnalyzer() }.SelectMany(a => a.SupportedDiagnostics),
    ];

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    public static TheoryData<string> IdsOfCode => [.. Descriptors.Select(d => d.Id).Where(id => id != DiagnosticIds.RuleSetting)];

    public static TheoryData<string> IdsOfRules => [.. new RequestAnalyzer().SupportedDiagnostics.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_reported_has_a_page_with_its_title(string id)
    {
        var descriptor = Descriptors.Single(d => d.Id == id);

        Assert.StartsWith($"# {id}: {descriptor.Title}\n\n", RulePage.Of(id).Text, StringComparison.Ordinal);
        Assert.Equal("", descriptor.HelpLinkUri);
        Assert.EndsWith($" See docs/rules/{id}.md in the package PageMessagesGen.", descriptor.Description.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_reported_has_a_test_class_with_its_id(string id) => Assert.Contains(typeof(RulePagesTests).Assembly.GetTypes(), type => type.Name == $"{id}Tests");

    [Fact]
    public void There_is_no_page_of_something_that_is_not_reported()
    {
        var folder = Path.Combine(SourcePlaces.RepositoryOf(typeof(RulePagesTests).Assembly), "docs", "rules");
        var pages = Directory.EnumerateFiles(folder, "PMG3*.md").Concat(Directory.EnumerateFiles(folder, "PMG4*.md")).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Descriptors.Select(d => d.Id).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public async Task The_bad_code_of_a_page_gets_the_message_of_the_page_and_no_other(string id)
    {
        var page = RulePage.Of(id);

        Assert.Equal(page.Messages, await page.ReportedForAsync(page.Broken));
        Assert.StartsWith(id, page.Messages[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(IdsOfCode))]
    public async Task The_good_code_of_a_page_gets_no_message(string id)
    {
        var page = RulePage.Of(id);

        Assert.NotEmpty(page.Good);
        foreach (var good in page.Good)
            Assert.Empty(await page.ReportedForAsync(good));
    }

    [Theory]
    [MemberData(nameof(IdsOfRules))]
    public async Task The_setting_of_a_page_silences_its_bad_code(string id)
    {
        var page = RulePage.Of(id);

        Assert.Empty(await page.ReportedForAsync(page.Broken, page.Setting));
    }

    [Fact]
    public async Task The_bad_settings_of_a_page_get_the_messages_of_the_page()
    {
        var page = RulePage.Of(DiagnosticIds.RuleSetting);

        Assert.Equal(page.Messages, await RulePage.ReportedForAsync(page.BrokenSettings));
    }

    [Theory]
    [InlineData("PMG4001")]
    [InlineData("PMG4002")]
    [InlineData("PMG4003")]
    [InlineData("PMG4004")]
    public void The_setting_of_a_page_on_misuse_is_that_of_the_compiler(string id) =>
        Assert.Equal(($"dotnet_diagnostic.{id}.severity", "none"), RulePage.Of(id).Setting);
}
