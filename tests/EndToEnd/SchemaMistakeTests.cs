using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class SchemaMistakeTests
{
    [Fact]
    public async Task Mistakes_in_schemas_are_build_errors_at_their_places()
    {
        // Both in line 19: a bracket that is never closed, and a key that does not exist.
        var unclosed = Schemas.Of("Unclosed", "      text: { type: list<string>, required: [true, summary: The text. }");
        var misspelt = Schemas.Of("Misspelt", "      text: { type: string, requird: true, summary: The text. }");
        var project = new FreshProject(await TestRun.GetAsync(), "Notes")
            .WriteProject()
            .Write("unclosed.endpoint.yaml", unclosed)
            .Write("misspelt.endpoint.yaml", misspelt);
        // What is sound in a schema is generated all the same: there is no further error in C# that uses it.
        project.Write("Usage.cs", """
            namespace Notes;

            /// <summary>Uses the generated types.</summary>
            public static class Usage
            {
                /// <summary>Makes one.</summary>
                public static object Make() => new Misspelt.Note { Text = "a" };
            }
            """);

        var build = (await project.BuildAsync()).FailedWith("PMG1001", "PMG2001");

        Assert.Equal(
            [$"{project.PathOf("misspelt.endpoint.yaml")}(19,29)", $"{project.PathOf("unclosed.endpoint.yaml")}(19,45)"],
            build.Diagnostics.Select(diagnostic => diagnostic.Place).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Exception", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", build.Output, StringComparison.Ordinal);
    }
}
