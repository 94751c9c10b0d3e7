using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class RegenerationTests
{
    private const string OnlyOurOwn = "<PageMessagesUseDefaultSchema>false</PageMessagesUseDefaultSchema>";

    [Fact]
    public async Task An_edit_of_the_schema_is_in_the_types_of_the_next_build()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject(OnlyOurOwn)
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox"))
            .Write("Usage.cs", Usage("new Inbox.Note { Text = \"a\" }"));
        (await project.BuildAsync()).Succeeded();

        project
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox", """
                  text: { type: string, required: true, summary: The text. }
                  subject: { type: string, summary: What it is about. }
            """))
            .Write("Usage.cs", Usage("new Inbox.Note { Text = \"a\", Subject = \"b\" }"));
        (await project.RebuildAsync()).Succeeded();

        project.Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));
        var removedMember = (await project.RebuildAsync()).FailedWith("CS0117");
        Assert.Equal([$"{project.PathOf("Usage.cs")}(7,65)"], removedMember.Diagnostics.Select(diagnostic => diagnostic.Place));

        project.Write("inbox.endpoint.yaml", Schemas.Of("Outbox"));
        (await project.RebuildAsync()).FailedWith("CS0246");
    }

    [Fact]
    public async Task Schema_files_come_and_go_without_a_change_of_the_project_file()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject(OnlyOurOwn)
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));
        (await project.BuildAsync()).Succeeded();

        project.Write("further/outbox.endpoint.yml", Schemas.Of("Outbox"));
        (await project.RebuildAsync()).Succeeded();
        Assert.Equal(["Inbox", "Outbox"], AssemblyFile.Read(project.Assembly()).Namespaces);

        File.Delete(project.PathOf("inbox.endpoint.yaml"));
        (await project.RebuildAsync()).Succeeded();
        Assert.Equal(["Outbox"], AssemblyFile.Read(project.Assembly()).Namespaces);
    }

    [Fact]
    public async Task Items_and_properties_say_which_schemas_count()
    {
        // The file outside is named twice, in two ways; the one inside is copied to where the next build could find it again.
        var project = new FreshProject(await TestRun.GetAsync(), "Notes");
        project
            .WriteProject(FreshProject.WithoutAnalyzers, $"""
                <EndpointSchema Include="../outside.yaml;{project.PathOf("../outside.yaml")}" />
                <None Update="inside.endpoint.yaml" CopyToOutputDirectory="Always" />
                """)
            .Write("inside.endpoint.yaml", Schemas.Of("Inside"))
            .Write("../outside.yaml", Schemas.Of("Outside"));

        (await project.BuildAsync()).Succeeded();
        Assert.Equal(["Inside", "Outside", "PageMessages"], AssemblyFile.Read(project.Assembly()).Namespaces);
        Assert.True(File.Exists(project.PathOf("bin/Debug/net10.0/inside.endpoint.yaml")));

        (await project.RebuildAsync("-p:PageMessagesUseDefaultSchema=false")).Succeeded();
        Assert.Equal(["Inside", "Outside"], AssemblyFile.Read(project.Assembly()).Namespaces);

        (await project.RebuildAsync("-p:PageMessagesGenerate=false")).Succeeded();
        Assert.Empty(AssemblyFile.Read(project.Assembly()).Namespaces);
    }

    private static string Usage(string expression) => $$"""
        namespace Notes;

        /// <summary>Uses the generated types.</summary>
        public static class Usage
        {
            /// <summary>Makes one.</summary>
            public static object Make() => {{expression}};
        }
        """;
}
