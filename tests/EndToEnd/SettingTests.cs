using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class SettingTests
{
    private const string TrueOrFalse = "true or false";

    [Fact]
    public async Task A_property_that_is_not_understood_is_one_error_that_says_what_it_can_be()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes").WriteProject().Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));
        (await project.RestoreAsync()).Succeeded();

        foreach (var (property, value, expected) in new[]
        {
            ("PageMessagesGenerate", "no", TrueOrFalse),
            ("PageMessagesGenerate", "1", TrueOrFalse),
            ("PageMessagesUseDefaultSchema", "no", TrueOrFalse),
            ("PageMessagesUseDefaultSchema", "yes", TrueOrFalse),
            ("PageMessagesVisibility", "private", "public or internal"),
            ("PageMessagesClient", "off", TrueOrFalse),
            ("PageMessagesJsonContext", "'false'", TrueOrFalse),
            ("PageMessagesAsOf", "22.11.2026", "a day such as 2026-11-22"),
        })
        {
            // The target by itself is quick; whether a build gets there is another test's business.
            var build = (await project.RebuildAsync("-t:CheckPageMessagesSettings", $"-p:{property}={value}")).FailedWith("PMG9003");

            var error = Assert.Single(build.Diagnostics);
            Assert.Equal(project.ProjectFile, error.Place);
            Assert.Equal($"'{value}' is not a valid value of the property {property}; it must be {expected}", error.Text);
        }

        var page = await File.ReadAllTextAsync(Path.Combine(run.Tree, "docs", "rules", "PMG9003.md"));
        Assert.Contains("\nPMG9003: 'no' is not a valid value of the property PageMessagesUseDefaultSchema; it must be true or false\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_stops_at_a_property_that_is_not_understood_and_takes_words_in_any_case()
    {
        // Nothing would be generated for '1', and the program would lack all its types.
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject($"{FreshProject.WithoutAnalyzers}<PageMessagesVisibility> Internal </PageMessagesVisibility><PageMessagesClient>TRUE</PageMessagesClient><PageMessagesAsOf>2026-11-22</PageMessagesAsOf>")
            .Write("Usage.cs", """
                namespace Notes;

                internal static class Usage
                {
                    internal static object Make() => new PageMessages.Recipient { Id = "1" };
                }
                """);

        (await project.BuildAsync("-p:PageMessagesGenerate=1")).FailedWith("PMG9003");
        (await project.RebuildAsync("-p:PageMessagesUseDefaultSchema=1")).FailedWith("PMG9003");
        (await project.RebuildAsync("-p:PageMessagesGenerate=True", "-p:PageMessagesUseDefaultSchema=TRUE")).Succeeded();
    }

    [Fact]
    public async Task Metadata_that_is_not_understood_are_an_error_of_their_schema()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject(FreshProject.WithoutAnalyzers, """<EndpointSchema Include="inbox.yaml" Visibility="private" />""")
            .Write("inbox.yaml", Schemas.Of("Inbox"));

        var error = Assert.Single((await project.BuildAsync()).FailedWith("PMG9003").Diagnostics);

        Assert.Equal($"{project.PathOf("inbox.yaml")}(1,1)", error.Place);
        Assert.StartsWith(
            "'private' is not a valid value of the metadata Visibility of an EndpointSchema item, or of the property PageMessagesVisibility; it must be public or internal",
            error.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_packages_schema_is_told_where_the_other_one_is_and_how_to_leave_it_out()
    {
        var run = await TestRun.GetAsync();
        var schema = Path.Combine(run.Packages, "pagemessagesgen", run.Version, "schema");
        var project = new FreshProject(run, "Notes").WriteProject(FreshProject.WithoutAnalyzers);
        (await project.RestoreAsync()).Succeeded();
        project.Write("page-messages.endpoint.yaml", await File.ReadAllTextAsync(Path.Combine(schema, "page-messages.endpoint.yaml")));

        var error = Assert.Single((await project.RebuildAsync()).FailedWith("PMG2023").Diagnostics);

        // Which of the two is the first is a matter of their paths.
        var (first, second) = string.CompareOrdinal(schema, project.Folder) < 0 ? (schema, project.Folder) : (project.Folder, schema);
        Assert.Equal($"{Path.Combine(second, "page-messages.endpoint.yaml")}(1,1)", error.Place);
        Assert.Contains($"from page-messages.endpoint.yaml in {first}, so", error.Text, StringComparison.Ordinal);
        Assert.Contains("PageMessagesUseDefaultSchema", error.Text, StringComparison.Ordinal);
        (await project.RebuildAsync("-p:PageMessagesUseDefaultSchema=false")).Succeeded();
    }
}
