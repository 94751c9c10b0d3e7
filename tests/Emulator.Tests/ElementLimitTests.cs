using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>Limits of a list of strings or numbers apply to each element.</summary>
public sealed class ElementLimitTests : IDisposable
{
    private const string Schema = """
        schema: 1
        namespace: Notes
        service: Notes
        version: v9.1
        as-of: 2026-11-22
        operations: { add: { request: "POST /notes", body: Note, returns: Note } }
        types:
          Note:
            members:
              tags: { type: list<string>, max-count: 2, max-length: 3 characters }
              urls: { type: list<string-or-integer>, format: digits }
              weights: { type: list<number>, min: 0.5 }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    [Theory]
    [InlineData("""{"tags":["abc","a"],"urls":[1,"2"],"weights":[0.5]}""", "")]
    [InlineData("""{"tags":["abc","abcd"]}""", "tags[1]")]
    [InlineData("""{"tags":["a","b","c"]}""", "tags must have at most 2 elements")]
    [InlineData("""{"urls":[1,"x"]}""", "urls[1]")]
    [InlineData("""{"weights":[0.5,0.49]}""", "weights[1]")]
    public async Task A_body_is_validated(string body, string message)
    {
        var path = Path.Combine(_folder, "notes.endpoint.yaml");
        await File.WriteAllTextAsync(path, Schema);
        await using var emulator = await GraphEmulator.StartAsync(new() { SchemaFiles = [path] });
        using var caller = new Caller(emulator);

        var reply = await caller.PostAsync("v9.1/notes", body, emulator.AccessToken);

        if (message.Length == 0)
            Assert.False(reply.Json.ContainsKey("error"), reply.Text);
        else
            Assert.Contains(message, reply.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
