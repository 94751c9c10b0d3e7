using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>A schema file is served with those of its folder that extend it, or that it extends.</summary>
public sealed class SchemaFilesTests : IDisposable
{
    private const string Overlay = """
        extends: page-messages.endpoint.yaml
        as-of: 2026-11-27
        enums:
          MessageTag:
            members: { FESTIVE_GREETING: { summary: A holiday greeting. }, HUMAN_AGENT: { refused-since: 2026-11-27, because: It is retired. } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    [Fact]
    public async Task An_overlay_is_served_with_the_schema_that_it_extends()
    {
        await using var emulator = await GraphEmulator.StartAsync(new() { SchemaFiles = [Write("tags.endpoint.yaml", Overlay)] });
        using var caller = new Caller(emulator);

        (await caller.SendAsync(WithTag("FESTIVE_GREETING"))).AssertIsReply("recipient_id", "message_id");
        (await caller.SendAsync(WithTag("HUMAN_AGENT"))).AssertIsError(100);
    }

    [Fact]
    public async Task A_schema_is_served_with_the_overlays_of_its_folder_and_each_once()
    {
        var schema = Write("notes.endpoint.yaml", SchemaTexts.Notes);
        var overlay = Write("more.endpoint.yaml", "extends: notes.endpoint.yaml\nplatforms: [pigeon, raven, crow]\n");
        Write("broken.endpoint.yaml", "schema: [");

        await using var emulator = await GraphEmulator.StartAsync(new() { SchemaFiles = [schema, overlay], Platform = "crow" });

        Assert.Equal("crow", emulator.Platform);
    }

    [Fact]
    public async Task A_schema_is_served_with_the_types_that_it_uses()
    {
        Write("media.endpoint.yaml", "schema: 1\nnamespace: M\nservice: M\nversion: v9.1\nas-of: 2026-11-22\ntypes: { Image: { summary: s, members: { url: { type: string, format: url, summary: s } } } }\n");
        var schema = Write("album.endpoint.yaml", """
            schema: 1
            namespace: A
            service: A
            version: v9.1
            as-of: 2026-11-22
            uses: media.endpoint.yaml
            operations: { add: { summary: s, request: "POST /{page_id}/pages", body: Page, returns: Page } }
            types: { Page: { summary: s, members: { cover: { type: Image, summary: s } } } }
            """);
        await using var emulator = await GraphEmulator.StartAsync(new() { SchemaFiles = [schema] });
        using var caller = new Caller(emulator);

        var accepted = await caller.PostAsync($"v9.1/{emulator.PageId}/pages", """{"cover":{"url":"https://a.example"}}""", emulator.AccessToken);
        var refused = await caller.PostAsync($"v9.1/{emulator.PageId}/pages", """{"cover":{"url":"nowhere"}}""", emulator.AccessToken);

        accepted.AssertIsReply("cover");
        refused.AssertIsError(100);
        Assert.Contains("cover.url", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_file()
    {
        var schema = Write("notes.endpoint.yaml", SchemaTexts.Notes);
        Write("more.endpoint.yaml", "extends: notes.endpoint.yaml\nversion: 26\n");

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { SchemaFiles = [schema] }));

        Assert.Equal(
            "The schema notes.endpoint.yaml is not valid:\nmore.endpoint.yaml(2,10): error PMG2005: '26' is not a Graph API version such as v26.0.",
            exception.Message);
    }

    [Fact]
    public async Task A_file_that_extends_nothing_is_told_so()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GraphEmulator.StartAsync(new() { SchemaFiles = [Write("more.endpoint.yaml", "extends: nots.endpoint.yaml\n")] }));

        Assert.Equal(
            "The schema more.endpoint.yaml is not valid:\nmore.endpoint.yaml(1,10): error PMG2024: There is no other schema file 'nots.endpoint.yaml'.",
            exception.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string WithTag(string tag) =>
        $$"""{"recipient":{"id":"4471239905512287"},"message":{"text":"Good morning!"},"messaging_type":"MESSAGE_TAG","tag":"{{tag}}"}""";

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
