using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class RepeatedBuildTests
{
    [Fact]
    public async Task A_second_build_compiles_nothing_and_an_editor_sees_the_same_as_the_build()
    {
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject()
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox"));
        (await project.BuildAsync()).Succeeded();
        var compiled = File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/Notes.dll"));
        var options = await MarkedFilesAsync(project);

        var second = (await project.RebuildAsync("-v:n")).Succeeded();

        Assert.Contains("Skipping target \"CoreCompile\"", second.Output, StringComparison.Ordinal);
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/Notes.dll")));
        Assert.Equal(options, await MarkedFilesAsync(project));
        Assert.Equal(["inbox.endpoint.yaml", "page-messages.endpoint.yaml"], options.Select(Path.GetFileName));

        var arguments = await project.CompilerArgumentsAsync();
        foreach (var file in options)
            Assert.Contains($"/additionalfile:{file}\"", arguments, StringComparison.Ordinal);
        foreach (var dll in new[] { "PageMessagesGen.Generator.dll", "PageMessagesGen.Schema.dll", "YamlDotNet.dll" })
            Assert.Matches($"/analyzer:[^\"]*/roslyn/{dll}\"", arguments);
        Assert.Equal(options, await MarkedFilesAsync(project));
    }

    // The files of which the compiler is told that they are schemas.
    private static async Task<IReadOnlyList<string>> MarkedFilesAsync(FreshProject project)
    {
        var lines = await File.ReadAllLinesAsync(project.PathOf("obj/Debug/net10.0/Notes.GeneratedMSBuildEditorConfig.editorconfig"));
        return
        [
            .. lines.Zip(lines.Skip(1))
                .Where(pair => pair.Second == "build_metadata.AdditionalFiles.EndpointSchema = true")
                .Select(pair => pair.First.Trim('[', ']')),
        ];
    }
}
