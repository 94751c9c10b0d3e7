using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>What a language server reports for a line of a file.</summary>
internal sealed record ServerDiagnostic(string Id, int Line, string Message);

/// <summary>
/// A session of csharp-ls, as an editor has it: the Language Server Protocol over standard input and output. Requests are made one after
/// the other.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private const string Version = "0.28.0";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly CancellationTokenSource _limit = new(Limit);
    private int _requests;
    private int _versions;

    private LanguageServer(Process process) => _process = process;

    /// <summary>Installs the server for this run, starts it, and opens a folder with a project.</summary>
    public static async Task<LanguageServer> StartAsync(TestRun run, string folder)
    {
        var tools = Path.Combine(run.Root, "tools");
        Assert.Equal(0, (await DotNet.RunAsync(run.Root, "tool", "install", "csharp-ls", "--version", Version, "--tool-path", tools)).ExitCode);
        var start = DotNet.Describe(Path.Combine(tools, OperatingSystem.IsWindows() ? "csharp-ls.exe" : "csharp-ls"), folder, [], []);
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var server = new LanguageServer(process);
        await server.AskAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = UriOf(folder),
            ["capabilities"] = JsonNode.Parse("""{ "workspace": { "configuration": true }, "textDocument": { "diagnostic": {} } }"""),
        });
        await server.WriteAsync(new JsonObject { ["method"] = "initialized", ["params"] = new JsonObject() });
        return server;
    }

    /// <summary>Opens a file in the editor.</summary>
    public Task OpenAsync(string file, string text) => NotifyAsync("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(file), ["languageId"] = "csharp", ["version"] = ++_versions, ["text"] = text },
    });

    /// <summary>Types another text into the file, which is not saved.</summary>
    public Task ChangeAsync(string file, string text) => NotifyAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(file), ["version"] = ++_versions },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    /// <summary>Gets what the editor underlines in a file. The first answer comes when the project is loaded.</summary>
    public async Task<IReadOnlyList<ServerDiagnostic>> DiagnosticsAsync(string file)
    {
        var report = await AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = UriOf(file) } });
        return [.. report!["items"]!.AsArray().Select(item => new ServerDiagnostic(
            item!["code"]?.ToString() ?? "", (int)item["range"]!["start"]!["line"]!, (string)item["message"]!))];
    }

    public async ValueTask DisposeAsync()
    {
        _limit.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string UriOf(string path) => new Uri(path).AbsoluteUri;

    private Task NotifyAsync(string method, JsonObject parameters) => WriteAsync(new JsonObject { ["method"] = method, ["params"] = parameters });

    private async Task<JsonNode?> AskAsync(string method, JsonObject parameters)
    {
        var id = ++_requests;
        await WriteAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            var message = await ReadAsync();
            if (message["method"] is { } asked)
                await AnswerAsync((string)asked!, message);
            else if ((int?)message["id"] == id)
                return message["result"] ?? throw new InvalidOperationException($"{method} failed: {message.ToJsonString()}");
        }
    }

    // The server asks for the settings of the editor. Analyzers are off by default.
    private async Task AnswerAsync(string method, JsonNode request)
    {
        if (request["id"]?.DeepClone() is not { } id)
            return;
        var result = method == "workspace/configuration" ? JsonNode.Parse("""[ { "analyzersEnabled": true } ]""") : null;
        await WriteAsync(new JsonObject { ["id"] = id, ["result"] = result });
    }

    private async Task WriteAsync(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var json = Encoding.UTF8.GetBytes(message.ToJsonString());
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {json.Length}\r\n\r\n")), _limit.Token);
        await input.WriteAsync(json, _limit.Token);
        await input.FlushAsync(_limit.Token);
    }

    private async Task<JsonNode> ReadAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        var header = new StringBuilder();
        var next = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await output.ReadExactlyAsync(next, _limit.Token);
            header.Append((char)next[0]);
        }

        var length = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        var json = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(json, _limit.Token);
        return JsonNode.Parse(json)!;
    }
}
