using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PageMessagesGen.Emulator.Tests.PublicClient;

/// <summary>
/// The requests of a client that this project has not written: messaging-api-messenger, from npm. They were recorded. With
/// <c>NODE_TESTS=1</c>, which needs Node.js and npm, the client itself calls the emulator, and the recordings are compared with it.
/// </summary>
public sealed class PublicClientTests
{
    private const string Package = "messaging-api-messenger@1.1.0";
    private const string Retired = "retired-tag";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly IReadOnlyList<RecordedRequest> Requests = RecordedRequest.ReadAll(Path.Combine(RecordedRequest.Folder, "Requests"));

    [Fact]
    public async Task Its_recorded_requests_are_accepted_except_for_a_retired_tag()
    {
        await using var emulator = await GraphEmulator.StartAsync();

        var answers = await ReplayAsync(emulator);

        Assert.Equal(37, answers.Count);
        Assert.All(answers.Where(a => a.Name != Retired), a => Assert.True(a.Status == 200 && (a.Json as JsonObject)?["error"] is null, $"{a.Name}: {a.Json}"));
        var refused = answers.Single(a => a.Name == Retired);
        Assert.Equal((400, 100), (refused.Status, refused.Json["error"]!["code"]!.GetValue<int>()));
        Assert.Contains("ACCOUNT_UPDATE", refused.Json["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_have_what_the_client_reads()
    {
        await using var emulator = await GraphEmulator.StartAsync();

        var answers = (await ReplayAsync(emulator)).ToDictionary(a => a.Name, a => a.Json);

        Assert.Equal("4471239905512287", answers["text"]["recipient_id"]!.GetValue<string>());
        Assert.StartsWith("m_", answers["image-bytes"]["message_id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["recipient_id"], answers["typing-on"].AsObject().Select(p => p.Key));
        Assert.Equal([200, 200, 200], answers["batch"].AsArray().Select(part => part!["code"]!.GetValue<int>()));
        Assert.Equal("One & two", JsonNode.Parse(emulator.Ledger.Single(d => d.Body.Contains("One", StringComparison.Ordinal)).Body)!["message"]!["text"]!.GetValue<string>());
        Assert.Equal("4471239905512287", answers["user-profile"]["id"]!.GetValue<string>());
        Assert.Equal("Aino", answers["get-persona"]["name"]!.GetValue<string>());
        Assert.Equal(answers["create-persona"]["id"]!.ToString(), answers["list-personas"]["data"]![0]!["id"]!.ToString());
        Assert.Equal("START", answers["get-get-started"]["data"]![0]!["get_started"]!["payload"]!.GetValue<string>());
        Assert.Equal("ORDER", answers["get-persistent-menu"]["data"]![0]!["persistent_menu"]![0]!["call_to_actions"]![0]!["payload"]!.GetValue<string>());
        Assert.Equal("Welcome!", answers["get-greeting"]["data"]![0]!["greeting"]![0]!["text"]!.GetValue<string>());
        Assert.NotEqual("", answers["upload-bytes"]["attachment_id"]!.GetValue<string>());
        Assert.NotNull(answers["thread-owner"]["data"]![0]!["thread_owner"]!["app_id"]);
        var file = Assert.Single(emulator.Ledger.Single(d => d.Files.Any(f => f.FileName == "menu.jpg")).Files);
        Assert.Equal(("filedata", "image/jpeg", 16), (file.Name, file.ContentType, file.Length));
    }

    [Fact]
    public async Task The_client_itself_gets_along_with_the_emulator()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("NODE_TESTS") != "1", "NODE_TESTS=1 is not set. It needs Node.js and npm.");
        await using var emulator = await GraphEmulator.StartAsync();
        var folder = Directory.CreateTempSubdirectory("public-client-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{}");
            await RunAsync("npm", folder, [], "install", "--no-audit", "--no-fund", Package);
            var recordings = Directory.CreateDirectory(Path.Combine(folder, "requests")).FullName;

            var output = await RunAsync(
                "node",
                folder,
                new()
                {
                    ["ORIGIN"] = emulator.BaseAddress.AbsoluteUri.TrimEnd('/'),
                    ["ACCESS_TOKEN"] = emulator.AccessToken,
                    ["RECORD_TO"] = recordings,
                    ["NODE_PATH"] = Path.Combine(folder, "node_modules"),
                },
                Path.Combine(RecordedRequest.Folder, "client.js"));

            var results = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
            Assert.Equal(Requests.Select(r => r.Name), results.Select(r => r["name"]!.GetValue<string>()));
            var failed = Assert.Single(results, r => r["error"] is not null);
            Assert.Equal(Retired, failed["name"]!.GetValue<string>());
            Assert.StartsWith("Messenger API - 100 OAuthException", failed["error"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal(Requests.Select(r => r.Stable), RecordedRequest.ReadAll(recordings).Select(r => r.Stable));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In order, because later requests use what earlier ones created.
    private static async Task<IReadOnlyList<RecordedAnswer>> ReplayAsync(GraphEmulator emulator)
    {
        using var http = new HttpClient();
        var values = new Dictionary<string, string> { ["access_token"] = emulator.AccessToken };
        var answers = new List<RecordedAnswer>();
        foreach (var recorded in Requests)
        {
            using var request = recorded.ToMessage(emulator.BaseAddress, values);
            using var response = await http.SendAsync(request);
            var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            answers.Add(new RecordedAnswer(recorded.Name, (int)response.StatusCode, json));
            if (recorded.Name == "create-persona")
                values["persona_id"] = $"{json["id"]}";
            if (recorded.Name == "upload-by-url")
                values["attachment_id"] = $"{json["attachment_id"]}";
        }

        return answers;
    }

    private static async Task<string> RunAsync(string program, string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, string.Concat(texts));
        return texts[0];
    }
}
