namespace PageMessagesGen.Schema.Tests.Files;

/// <summary>A build leaves copies of schemas in folders of the project.</summary>
public class CopyTests
{
    private const string Text = "schema: 1\nnamespace: Notes\nservice: Notes\n";
    private const string Overlay = "extends: notes.yaml\n";

    [Theory]
    [InlineData("/app/notes.yaml", "/app/publish/notes.yaml", "publish")]
    [InlineData("/app/notes.yaml", "/app/BIN/Debug/net10.0/notes.yaml", "BIN")]
    [InlineData("/app/schemas/notes.yaml", "/app/artifacts/publish/app/schemas/notes.yaml", "artifacts")]
    [InlineData("/shared/notes.yaml", "/app/out/notes.yaml", "out")]
    [InlineData("/out/app/notes.yaml", "/out/app/obj/notes.yaml", "obj")]
    [InlineData(@"C:\app\notes.yaml", @"C:\app\publish\notes.yaml", "publish")]
    [InlineData("notes.yaml", "publish/notes.yaml", "publish")]
    public void A_copy_in_an_output_folder_is_ignored(string original, string copy, string folder)
    {
        foreach (var content in new[] { Text, Overlay })
        {
            var results = SchemaProject.Read((copy, content + "version: v1.0\n"), (original, content));

            var finding = Assert.Single(results[0].Result.Diagnostics);
            Assert.Equal($"This file is ignored, because it is a copy of {original} in an output folder; delete it, or add <EndpointSchema Remove=\"**/{folder}/**\" /> to the project", finding.Message);
            Assert.True(finding.Rule.IsWarning);
            Assert.Null(results[0].Result.Document);
            Assert.DoesNotContain(results[1].Result.Diagnostics, d => d.Rule.Id == "PMG9007");
        }
    }

    [Theory]
    [InlineData("/app/notes.yaml", "/app/copies/notes.yaml", Text)]
    [InlineData("/app/out/notes.yaml", "/app/publish/notes.yaml", Text)]
    [InlineData("/app/notes.yaml", "/app/publish/mails.yaml", Text)]
    [InlineData("/app/notes.yaml", "/app/publish/notes.yaml", "schema: 1\nnamespace: Mails\nservice: Notes\n")]
    [InlineData("/app/notes.yaml", "/app/publish/notes.yaml", "schema: 1\nnamespace: [Notes]\nservice: Notes\n")]
    [InlineData("/app/notes.yaml", "/app/publish/notes.yaml", "Notes")]
    [InlineData("/app/notes.yaml", "/app/publish", Text)]
    public void Another_file_is_not(string original, string other, string text) =>
        Assert.DoesNotContain(SchemaProject.Read((other, text), (original, Text)).SelectMany(r => r.Result.Diagnostics), d => d.Rule.Id == "PMG9007");

    [Fact]
    public void A_copy_does_not_make_the_name_of_a_used_or_extended_file_ambiguous() => Assert.DoesNotContain(
        SchemaProject.Read(("/app/notes.yaml", Text), ("/app/bin/notes.yaml", Text), ("/app/more.yaml", Overlay), ("/app/mails.yaml", Text.Replace("Notes", "Mails", StringComparison.Ordinal) + "uses: [notes.yaml]\n"))
            .SelectMany(r => r.Result.Diagnostics),
        d => d.Rule.Id == "PMG2025");
}
