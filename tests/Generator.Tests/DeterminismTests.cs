using System.Collections.Immutable;
using System.Globalization;

namespace PageMessagesGen.Generator.Tests;

/// <summary>The same schema gives the same bytes, wherever and however it is built.</summary>
public class DeterminismTests
{
    private static readonly ImmutableSortedDictionary<string, string> Expected = Schemas.Repository.Files;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void The_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

            Assert.Equal(Expected, Schemas.Run(Schemas.WholeRepository).Files);
            Assert.Equal(WithNegativeLimit, FilesWithNegativeLimit());
            Assert.Equal(Schemas.Run(Broken).GeneratorDiagnostics.Select(d => d.ToString()), InvariantDiagnostics);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string lineEnd, string mark)
    {
        var project = Schemas.Project([.. Schemas.OfRepository.Select(s => (s.Key, mark + s.Value.Replace("\n", lineEnd, StringComparison.Ordinal)))]);

        Assert.Equal(Expected, Schemas.Run(project).Files);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var project = Schemas.Project([.. Schemas.OfRepository.OrderByDescending(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value))]);

        Assert.Equal(Expected, Schemas.Run(project).Files);
    }

    [Fact]
    public void Files_of_one_name_in_two_folders_get_the_same_names_in_any_order()
    {
        var (one, other) = (("a/X.endpoint.yaml", Schemas.Small), ("b/x.endpoint.yaml", Schemas.Small.Replace("Acme.Shop", "Acme.Other", StringComparison.Ordinal)));

        var files = Schemas.Run(Schemas.Project(one, other)).Files;

        Assert.Contains("namespace Acme.Other;", files["x.Enums.g.cs"], StringComparison.Ordinal);
        Assert.Contains("namespace Acme.Shop;", files["X-2.Enums.g.cs"], StringComparison.Ordinal);
        Assert.Equal(files, Schemas.Run(Schemas.Project(other, one)).Files);
    }

    [Fact]
    public void The_folders_of_the_files_do_not_matter()
    {
        var other = Schemas.Small.Replace("Acme.Shop", "Acme.Other", StringComparison.Ordinal);
        string[] overlays = ["extends: x.endpoint.yaml\nerrors: { 1: { name: One, recovery: request, summary: One. } }\n", "extends: x.endpoint.yaml\nerrors: { 2: { name: Two, recovery: request, summary: Two. } }\n"];

        var files = FilesIn("a", "b");

        Assert.Equal(files, FilesIn("b", "a"));
        Assert.Contains(files.Keys, name => name.StartsWith("y-2.", StringComparison.Ordinal));

        ImmutableSortedDictionary<string, string> FilesIn(string first, string second)
        {
            var run = Schemas.Run(Schemas.Project(
                ($"{first}/y.endpoint.yaml", Schemas.Small.Replace("Acme.Shop", "Acme.More", StringComparison.Ordinal)), ($"{second}/y.endpoint.yaml", other),
                ("x.endpoint.yaml", Schemas.Small), ($"{first}/tags.endpoint.yaml", overlays[0]), ($"{second}/tags.endpoint.yaml", overlays[1])));
            Assert.Empty(run.GeneratorDiagnostics);
            return run.Files;
        }
    }

    [Fact]
    public void Generated_lines_end_with_a_line_feed_alone() => Assert.All(Expected.Values, text => Assert.DoesNotContain('\r', text));

    private static ImmutableSortedDictionary<string, string> FilesWithNegativeLimit() =>
        Schemas.Run(Schemas.Project(("numbers.endpoint.yaml", Numbers))).Files;

    // Its own minus sign is what a culture changes. A remark makes each text new, so that none was parsed before.
    private static string Numbers => $$"""
        schema: 1 # {{Interlocked.Increment(ref _texts)}}
        namespace: Acme.Numbers
        service: Numbers
        version: v26.0
        as-of: 2026-11-22
        operations:
          count: { summary: Counts., request: "POST /{page_id}/counts", body: Count, returns: Count }
        types:
          Count: { summary: A count., members: { number: { type: integer, min: -5, max: -2, summary: The number. } } }
        """;

    private static int _texts;

    private static readonly ImmutableSortedDictionary<string, string> WithNegativeLimit = FilesWithNegativeLimit();

    private const string Broken = "schema: 1\nnamespace: N\nserice: X\n";

    private static readonly ImmutableArray<string> InvariantDiagnostics = [.. Schemas.Run(Broken).GeneratorDiagnostics.Select(d => d.ToString())];
}
