using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

/// <summary>A union whose members are in a sibling of its discriminator is validated by both, and answered with both.</summary>
public sealed class ContentUnionTests : IDisposable
{
    private const string Schema = """
        schema: 1
        namespace: Posts
        service: Posts
        version: v9.1
        as-of: 2026-11-22
        operations:
          post: { request: "POST /post", body: Post, returns: Post }
          show: { request: "GET /show", returns: Post }
        types:
          Post: { members: { attachment: { type: Attachment } }, rules: { long: { when: { attachment.type: PICTURE }, limit: { attachment.payload.url: { max-length: 12 bytes } }, severity: error, because: It is cut. } } }
          Attachment: { discriminator: type, values: Kind, content: payload, cases: { TEMPLATE: Template, PICTURE: Picture, REEL: json, HEART: none, OLD: json } }
          Picture: { members: { url: { type: string, required: true, format: url } } }
          Template: { discriminator: template_type, cases: { card: Card } }
          Card: { members: { title: { type: string, required: true }, next: { type: Card } } }
        enums:
          Kind: { wire-case: lower, members: { TEMPLATE: {}, PICTURE: { wire: image }, REEL: {}, HEART: {}, OLD: { refused-since: 2026-01-01, because: It was removed. } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    [Theory]
    [InlineData("""{"type":"image","payload":{"url":"http://a.b"}}""", "")]
    [InlineData("""{"type":"IMAGE","payload":{"url":"http://a.b"}}""", "")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a"}}""", "")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"template_type":"card","title":"b"}}}""", "")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"title":"b"}}}""", "")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"template_type":"Card","title":"b"}}}""", "")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"template_type":null,"title":"b"}}}""", "")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"template_type":"list","title":"b"}}}""", "attachment.payload.next.template_type must be one of {card}, but it is \"list\"")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"template_type":{},"title":"b"}}}""", "attachment.payload.next.template_type must be a string")]
    [InlineData("""{"type":"template","payload":{"template_type":"card","title":"a","next":{"type":"card","title":"b"}}}""", "\"type\"")]
    [InlineData("""{"type":"reel","payload":"anything"}""", "")]
    [InlineData("""{"type":"reel"}""", "")]
    [InlineData("""{"type":"heart"}""", "")]
    [InlineData("""{"type":"heart","payload":null}""", "")]
    [InlineData("""{"type":"heart","payload":{}}""", "attachment.payload must not be set")]
    [InlineData("""{"type":"image"}""", "attachment.payload is required")]
    [InlineData("""{"type":"image","payload":{}}""", "attachment.payload.url is required")]
    [InlineData("""{"type":"image","payload":{"url":"http://a.b.example"}}""", "attachment.payload.url")]
    [InlineData("""{"type":"image","payload":{"url":"http://a.b"},"url":"b"}""", "\"url\"")]
    [InlineData("""{"type":"image","payload":{"url":"http://a.b"},"payload":{}}""", "attachment.payload is specified more than once")]
    [InlineData("""{"type":"template","payload":{"template_type":"list"}}""", "attachment.payload.template_type")]
    [InlineData("""{"type":"template","payload":{"template_type":"card"}}""", "attachment.payload.title is required")]
    [InlineData("""{"type":"old","payload":{}}""", "attachment.type")]
    [InlineData("""{"type":"satellite","payload":{}}""", "attachment.type")]
    [InlineData("""{"payload":{}}""", "attachment.type is required")]
    public async Task A_body_is_validated(string attachment, string message)
    {
        await using var emulator = await StartAsync();
        using var caller = new Caller(emulator);

        var reply = await caller.PostAsync("v9.1/post", $$"""{"attachment":{{attachment}}}""", emulator.AccessToken);

        if (message.Length == 0)
            reply.AssertIsReply("attachment");
        else
            Assert.Contains(message, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_has_discriminator_and_content()
    {
        await using var emulator = await StartAsync();
        using var caller = new Caller(emulator);

        var reply = await caller.CallAsync(HttpMethod.Get, "v9.1/show", token: emulator.AccessToken);

        Assert.StartsWith("""{"attachment":{"type":"template","payload":{"template_type":"card","title":"made-up title",""", reply.Text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<GraphEmulator> StartAsync()
    {
        var path = Path.Combine(_folder, "posts.endpoint.yaml");
        File.WriteAllText(path, Schema);
        return GraphEmulator.StartAsync(new() { SchemaFiles = [path] });
    }
}
