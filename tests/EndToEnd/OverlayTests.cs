using System.IO.Compression;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class OverlayTests
{
    // Five lines. Examples in the package's schema use the tag that it retires.
    private const string Overlay = """
        extends: page-messages.endpoint.yaml
        as-of: 2026-11-27
        enums:
          MessageTag:
            members: { FESTIVE_GREETING: { summary: A greeting on a holiday. }, HUMAN_AGENT: { refused-since: 2026-11-27, because: It is retired. } }
        """;

    [Fact]
    public async Task Five_lines_add_a_tag_and_retire_another()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject()
            .Write("tags.endpoint.yaml", Overlay)
            .Write("Usage.cs", Usage("FestiveGreeting"));
        (await project.BuildAsync()).Succeeded();

        project.Write("Usage.cs", Usage("HumanAgent"));
        var retired = Assert.Single((await project.RebuildAsync()).FailedWith("PMG3011").Diagnostics);
        Assert.StartsWith(project.PathOf("Usage.cs"), retired.Place, StringComparison.Ordinal);
        Assert.Contains("It is retired.", retired.Text, StringComparison.Ordinal);

        File.Delete(project.PathOf("tags.endpoint.yaml"));
        (await project.RebuildAsync()).Succeeded();
    }

    [Fact]
    public async Task A_mistake_is_reported_at_its_place_in_the_overlay_or_in_the_schema_of_the_package()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes")
            .WriteProject(FreshProject.WithoutAnalyzers)
            .Write("tags.endpoint.yaml", Overlay.Replace("refused-since", "refused-sinc", StringComparison.Ordinal));

        var misspelt = Assert.Single((await project.BuildAsync()).FailedWith("PMG2001").Diagnostics);
        Assert.Equal($"{project.PathOf("tags.endpoint.yaml")}(5,88)", misspelt.Place);

        project.Write("tags.endpoint.yaml", "extends: page-messages.endpoint.yaml\nenums: { MessageTag: { members: { CUSTOMER_FEEDBACK: } } }\n");
        var unknown = Assert.Single((await project.RebuildAsync()).FailedWith("PMG2012").Diagnostics);
        Assert.StartsWith($"{Path.Combine(run.Packages, "pagemessagesgen", run.Version, "schema", "page-messages.endpoint.yaml")}(", unknown.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlay_goes_on_working_under_the_next_version_of_the_package()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes")
            .WriteProject(FreshProject.WithoutAnalyzers)
            .Write("tags.endpoint.yaml", Overlay)
            .Write("Usage.cs", Usage("FestiveGreeting"));
        (await project.BuildAsync()).Succeeded();

        var next = run.Version + "1";
        PackNext(run, next);
        project
            .Write(project.ProjectFile, (await File.ReadAllTextAsync(project.ProjectFile)).Replace(run.Version, next, StringComparison.Ordinal))
            .Write("Usage.cs", Usage("FestiveGreeting", ", Mood = \"glad\""));
        (await project.BuildAsync()).Succeeded();

        project.Write("Usage.cs", Usage("HumanAgent", ", Mood = \"glad\""));
        (await project.RebuildAsync()).FailedWith("PMG3011");
    }

    private static string Usage(string tag, string more = "") => $$"""
        namespace Notes;

        /// <summary>Uses the generated types.</summary>
        public static class Usage
        {
            /// <summary>Makes one.</summary>
            public static object Make() => new PageMessages.SendMessageRequest
            {
                Recipient = new() { Id = "4471239905512287" },
                MessagingType = PageMessages.MessagingType.MessageTag,
                Tag = PageMessages.MessageTag.{{tag}},
                Message = new() { Text = "Good morning!" }{{more}},
            };
        }
        """;

    // The same package, with one more member in its schema.
    private static void PackNext(TestRun run, string version)
    {
        var file = Path.Combine(run.Feed, $"PageMessagesGen.{version}.nupkg");
        File.Copy(run.PackageFile, file);
        using var package = ZipFile.Open(file, ZipArchiveMode.Update);
        Edit(package, "PageMessagesGen.nuspec", $"<version>{run.Version}<", $"<version>{version}<");
        Edit(package, "schema/page-messages.endpoint.yaml", "      messaging_type:\n", "      mood: { type: string, summary: The mood of the message. }\n      messaging_type:\n");
    }

    private static void Edit(ZipArchive package, string name, string old, string changed)
    {
        var entry = package.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        Assert.Equal(2, text.Split(old).Length);
        entry.Delete();
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(text.Replace(old, changed, StringComparison.Ordinal));
    }
}
