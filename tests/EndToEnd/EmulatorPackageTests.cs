using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>The emulator as people get it: a command, and a package for their tests.</summary>
public sealed partial class EmulatorPackageTests
{
    [Fact]
    public async Task The_command_is_installed_and_serves_what_it_prints()
    {
        var run = await TestRun.GetAsync();
        var folder = run.NewFolder("Tool");
        (await DotNet.RunAsync(
            folder, "tool", "install", "PageMessagesGen.Emulator.Tool", "--version", run.Version, "--tool-path", ".", "--add-source", run.Feed)).Succeeded();

        using var command = Process.Start(DotNet.Describe(Path.Combine(folder, "pagemessages-emulator"), folder, [], ["--data", "data"]))!;
        try
        {
            var printed = await ReadToAsync(command.StandardOutput, "Ledger");
            var address = Value(printed, "Inbox");
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", Value(printed, "Access token"));
            using var body = new StringContent("""{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"text":"Hello"}}""", Encoding.UTF8, "application/json");
            var answer = await http.PostAsync(new Uri($"v26.0/{Value(printed, "Page id")}/messages", UriKind.Relative), body);

            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            Assert.Contains("Hello", await http.GetStringAsync(new Uri("ledger", UriKind.Relative)), StringComparison.Ordinal);
            using var page = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
            Assert.Contains("<!doctype html>", await (await http.SendAsync(page)).Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.True(File.Exists(Path.Combine(folder, "data", "emulator.db")));
        }
        finally
        {
            command.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task The_test_of_the_page_about_the_emulator_runs_in_a_fresh_project()
    {
        var run = await TestRun.GetAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(run.Tree, "docs", "emulator.md"));
        var snippet = text[(text.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length)..];
        snippet = snippet[..snippet.IndexOf("```", StringComparison.Ordinal)];
        const string Sends = "// ... the program under test sends to emulator.BaseAddress with emulator.PageId and emulator.AccessToken ...";
        Assert.Contains(Sends, snippet, StringComparison.Ordinal);
        var app = new FreshProject(run, "Tests", sources: Sources.FeedAndOthers)
            .WriteProject(
                "<OutputType>Exe</OutputType><NoWarn>$(NoWarn);CA2007</NoWarn>",
                $"""<PackageReference Include="PageMessagesGen.Emulator" Version="{run.Version}" />""",
                withReference: false)
            .Write("Assert.cs", """
                internal static class Assert
                {
                    public static void Single(IReadOnlyList<PageMessagesGen.Emulator.Delivery> ledger) => Console.WriteLine($"{ledger.Count} delivered");
                }
                """)
            .Write("Program.cs", $$$"""
                using System.Text;
                using PageMessagesGen.Emulator;

                using var http = new HttpClient();
                {{{snippet.Replace(Sends, "await SendAsync();", StringComparison.Ordinal)}}}
                await SendAsync();

                async Task SendAsync()
                {
                    var body = "{\"recipient\":{\"id\":\"" + customer.Id + "\"},\"message\":{\"text\":\"It is.\"}}";
                    using var content = new StringContent(body, Encoding.UTF8, "application/json");
                    var answer = await http.PostAsync(new Uri(emulator.BaseAddress, $"v26.0/{emulator.PageId}/messages?access_token={emulator.AccessToken}"), content);
                    Console.WriteLine((int)answer.StatusCode + " " + await answer.Content.ReadAsStringAsync());
                }
                """);
        (await app.BuildAsync()).Succeeded();

        var ran = (await DotNet.RunAsync(app.Folder, app.Assembly())).Succeeded();

        Assert.Matches("""\A200 .*"message_id".*\n1 delivered\n400 .*2018278.*\n\z""", ran.Output);
    }

    private static async Task<string> ReadToAsync(StreamReader output, string word)
    {
        var text = "";
        while (await output.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            text += $"{line}\n";
            if (line.Contains(word, StringComparison.Ordinal))
                return text;
        }

        throw new InvalidOperationException($"The command has ended: {text}");
    }

    private static string Value(string printed, string name) => Line().Matches(printed).Single(match => match.Groups[1].Value == name).Groups[2].Value;

    [GeneratedRegex("^  (\\w[\\w ]*?)  +(\\S+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
