using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>Parameters of the query are validated however they are written.</summary>
public sealed class ParameterStyleTests : IDisposable
{
    private const string Schema = """
        schema: 1
        namespace: Notes
        service: Notes
        version: v9.1
        as-of: 2026-11-22
        operations:
          find:
            request: GET /notes
            parameters:
              limit: { type: integer, max: 5 }
              tags: { type: list<string>, max-length: 3 characters }
              ids: { type: list<integer>, list: repeated, max-count: 2 }
              words: { type: list<string>, list: json, max-length: 3 characters }
              like: { type: Note }
              by_name: { type: map<integer> }
              old: { type: string, refused-since: 2026-01-01, because: It was removed. }
              "a.b c": { type: boolean }
            returns: Note
        types: { Note: { members: { text: { type: string, required: true } } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    [Theory]
    [InlineData("limit=5&tags=a,b&ids=1&ids=2&words=[\"a, \"]&like={\"text\":\"a\"}&by_name={\"a\":1}&a.b%20c=true", "")]
    [InlineData("limit=6", "limit must be at most 5")]
    [InlineData("tags=a,long", "tags[1]")]
    [InlineData("ids=1&ids=2&ids=3", "ids must have at most 2")]
    [InlineData("ids=1&ids=x", "ids[1]")]
    [InlineData("words=[\"a\",\"long\"]", "words[1]")]
    [InlineData("words=a,b", "words must be a list")]
    [InlineData("words=[\"a\"", "words must be a list")]
    [InlineData("like={}", "like.text is required")]
    [InlineData("like={\"text\":\"\\ud800\"}", "like")]
    [InlineData("by_name={\"a\":\"x\"}", "by_name.a")]
    [InlineData("by_name={\"\\ud800\":1}", "by_name must be an object")]
    [InlineData("old=a", "old has been refused")]
    [InlineData("a.b%20c=maybe", "a.b c must be a boolean")]
    public async Task A_query_is_validated(string query, string message)
    {
        var path = Path.Combine(_folder, "notes.endpoint.yaml");
        await File.WriteAllTextAsync(path, Schema);
        await using var emulator = await GraphEmulator.StartAsync(new() { SchemaFiles = [path] });
        using var caller = new Caller(emulator);

        var reply = await caller.CallAsync(HttpMethod.Get, $"v9.1/notes?{Uri.EscapeDataString(query).Replace("%26", "&", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)}", token: emulator.AccessToken);

        if (message.Length == 0)
            reply.AssertIsReply("text");
        else
            Assert.Contains(message, reply.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
