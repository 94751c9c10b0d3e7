using System.Text.Json;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>The README's wrong request, in a project that has nothing but the package.</summary>
public sealed class WrongRequestTests
{
    private const string Section = "### Requests that the server is known to refuse do not compile";

    private const string Head = """
        using PageMessages;
        using PageMessagesGen;

        using var http = new HttpClient();
        var client = new PageMessagesClient(http, new GraphApiOptions { PageId = "1234", AccessToken = Environment.GetEnvironmentVariable("PAGE_ACCESS_TOKEN")! });

        """;

    [Fact]
    public async Task The_request_of_the_readme_gives_the_text_of_the_readme()
    {
        var run = await TestRun.GetAsync();
        var (code, expected) = await ReadAsync(run);
        var project = Project(run, "Wrong", code, "");

        var build = (await project.BuildAsync()).FailedWith("PMG3001");

        Assert.Contains(expected, build.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs(", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_what_the_editor_offers_it_builds()
    {
        var run = await TestRun.GetAsync();
        var (code, _) = await ReadAsync(run);

        var project = Project(run, "Right", code.Replace("MessagingType.MessageTag", "MessagingType.Response", StringComparison.Ordinal), "");

        (await project.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task Fixes_from_the_command_line_drop_tags_and_keep_content()
    {
        const string Wrong = """
            var missing = new SendMessageRequest { Recipient = new() { Id = "1" }, MessagingType = MessagingType.MessageTag, Message = new() { Text = "A" } };
            var refused = new SendMessageRequest { Recipient = new() { Id = "1" }, MessagingType = MessagingType.MessageTag, Tag = MessageTag.AccountUpdate, Message = new() { Text = "B" } };
            var both = new Message { Text = "C", Attachment = new ImageAttachment { AttachmentId = "1" } };
            await client.SendAsync(missing);
            await client.SendAsync(refused);
            await client.SendAsync(refused with { Message = both });

            """;
        const string Right = """
            var missing = new SendMessageRequest { Recipient = new() { Id = "1" }, MessagingType = MessagingType.Response, Message = new() { Text = "A" } };
            var refused = new SendMessageRequest { Recipient = new() { Id = "1" }, MessagingType = MessagingType.Response, Message = new() { Text = "B" } };
            """;
        var run = await TestRun.GetAsync();
        var project = Project(run, "Fixed", Wrong);
        (await project.BuildAsync()).FailedWith("PMG3001", "PMG3006", "PMG3011");

        // One after the other: what one fix has changed, another one still has to look at.
        foreach (var id in (string[])["PMG3001", "PMG3006", "PMG3011"])
            Assert.Equal(0, (await project.FixAsync(id)).ExitCode);

        var lines = await File.ReadAllLinesAsync(project.PathOf("Program.cs"));
        Assert.Equal(Right.Split('\n'), lines.Where(line => line.Contains("SendMessageRequest {", StringComparison.Ordinal)));
        Assert.Contains(Wrong.Split('\n')[2], lines);
        (await project.RebuildAsync()).FailedWith("PMG3006");
    }

    [Fact]
    public async Task Fixes_from_the_command_line_correct_formats_and_take_nothing_away()
    {
        const string Wrong = """
            var unknown = new Recipient { Id = "@alice" };
            var book = new WebUrlButton { Title = "Book", Url = "http://example.com/book", MessengerExtensions = true };
            var call = new PhoneNumberButton { Title = "Call", Payload = "+1 (202) 555-0123" };
            var four = new ButtonTemplate { Text = "How may we help?", Buttons = [book, call, book, call] };
            var lengthy = new QuickReply { ContentType = QuickReplyContentType.Text, Title = "When do you open tomorrow?", Payload = "HOURS" };
            var survey = new SendMessageRequest { Recipient = unknown, MessagingType = MessagingType.MessageTag, Tag = MessageTag.CustomerFeedback, Message = new() { Text = "A" } };
            await client.Instagram.SendAsync(new SendMessageRequest { Recipient = unknown, Message = new() { Attachment = new ButtonTemplate { Text = "B", Buttons = [book, new PhoneNumberButton { Title = "Call", Payload = "+12025550123" }] } } });

            """;
        string[] ids = ["PMG3001", "PMG3007", "PMG3008", "PMG3009", "PMG3010"];
        var run = await TestRun.GetAsync();
        var project = Project(run, "Corrected", Wrong);
        (await project.BuildAsync()).FailedWith(ids);

        (await project.FixAsync(ids)).Succeeded();

        var right = Wrong.Replace("http:", "https:", StringComparison.Ordinal).Replace("+1 (202) 555-0123", "+12025550123", StringComparison.Ordinal);
        Assert.Equal(Head + right, await File.ReadAllTextAsync(project.PathOf("Program.cs")));
    }

    [Fact]
    public async Task The_log_for_tools_is_valid()
    {
        var run = await TestRun.GetAsync();
        var (code, _) = await ReadAsync(run);
        var project = Project(run, "Logged", code, "");

        (await project.BuildAsync("-p:ErrorLog=log.sarif%2cversion=2.1")).FailedWith("PMG3001");

        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(project.PathOf("log.sarif")));
        var rules = log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Contains(rules, rule => rule.GetProperty("id").GetString() == "PMG3001");
        Assert.All(rules, rule => Assert.True(
            !rule.TryGetProperty("helpUri", out var link) || Uri.TryCreate(link.GetString(), UriKind.Absolute, out _),
            rule.ToString()));
    }

    [Fact]
    public async Task A_rule_is_tuned_by_its_name()
    {
        var run = await TestRun.GetAsync();
        var (code, _) = await ReadAsync(run);
        var tuned = Project(run, "Tuned", code).Write(".editorconfig", "root = true\n[*.cs]\npage_messages.rule.message-tag-needs-tag.severity = none\n");

        (await tuned.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task A_setting_with_a_slip_is_reported()
    {
        var run = await TestRun.GetAsync();
        var (code, diagnostic) = await ReadAsync(run);
        var tuned = Project(run, "Slip", code).Write(".editorconfig", "root = true\n[*.cs]\npage_messages.rule.message-tag-needs-tag.severity = non\n");

        var build = await tuned.BuildAsync();

        Assert.Contains(diagnostic, build.Output, StringComparison.Ordinal);
        Assert.Contains(
            "PMG4004: The setting 'page_messages.rule.message-tag-needs-tag.severity = non' has no effect: 'non' is not one of error, warning, suggestion, silent or none",
            build.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Quiet", "")]
    [InlineData("Quieter", "dotnet_diagnostic.PMG3001.severity = warning\n")]
    public async Task A_pragma_reaches_a_rule_that_is_tuned_by_name(string project, string ofId)
    {
        var run = await TestRun.GetAsync();
        var (code, _) = await ReadAsync(run);
        var settings = "root = true\n[*.cs]\npage_messages.rule.message-tag-needs-tag.severity = error\n" + ofId;
        var quiet = Project(run, project, $"#pragma warning disable PMG3001 // It is meant to fail.\n{code}").Write(".editorconfig", settings);

        (await quiet.BuildAsync()).Succeeded();
    }

    /// <summary>A project with the code of the README. Of the analyzers there are only ours, unless its properties are others.</summary>
    internal static FreshProject Project(TestRun run, string name, string code, string properties = FreshProject.WithoutAnalyzers) => new FreshProject(run, name)
        .WriteProject($"<OutputType>Exe</OutputType><NoWarn>$(NoWarn);CA2007;CA1849</NoWarn>{properties}")
        .Write("Program.cs", Head + code);

    /// <summary>The wrong request of the README, and what is reported for it.</summary>
    internal static async Task<(string Code, string Diagnostic)> ReadAsync(TestRun run)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(run.Tree, "README.md"));
        var section = text[text.IndexOf(Section, StringComparison.Ordinal)..];
        return (Block(section, "csharp"), Block(section, "text").Trim());
    }

    private static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
