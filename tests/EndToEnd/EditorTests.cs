using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>The README's wrong request in an editor: a real language server opens a project that has nothing but the package.</summary>
public sealed class EditorTests
{
    // The language server of an editor is a tool from the network.
    [Fact]
    public async Task The_diagnostic_of_the_readme_appears_goes_and_returns_while_typing()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LANGUAGE_SERVER_TESTS") is null, "LANGUAGE_SERVER_TESTS is not set.");
        var run = await TestRun.GetAsync();
        var (wrong, expected) = await WrongRequestTests.ReadAsync(run);
        var right = wrong.Replace("MessagingType.MessageTag", "MessagingType.Response", StringComparison.Ordinal);
        var project = WrongRequestTests.Project(run, "Editor", wrong);
        (await project.BuildAsync()).FailedWith("PMG3001");
        var (file, text) = (project.PathOf("Program.cs"), await File.ReadAllTextAsync(project.PathOf("Program.cs")));

        await using var editor = await LanguageServer.StartAsync(run, project.Folder);
        await editor.OpenAsync(file, text);
        await AssertReportsAsync(text);
        await editor.ChangeAsync(file, text.Replace(wrong, right, StringComparison.Ordinal));
        Assert.DoesNotContain(await editor.DiagnosticsAsync(file), d => d.Id.StartsWith("PMG", StringComparison.Ordinal) || d.Id.StartsWith("CS", StringComparison.Ordinal));
        await editor.ChangeAsync(file, text);
        await AssertReportsAsync(text);

        async Task AssertReportsAsync(string code)
        {
            var found = Assert.Single(await editor.DiagnosticsAsync(file), d => d.Id.StartsWith("PMG", StringComparison.Ordinal));
            Assert.Equal(expected, $"error {found.Id}: {found.Message}");
            Assert.Contains("MessagingType.MessageTag", code.Split('\n')[found.Line], StringComparison.Ordinal);
        }
    }
}
