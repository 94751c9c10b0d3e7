using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PageMessagesGen.Rules;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.Generator.Tests;

/// <summary>A union whose members are in a sibling of its discriminator has one record for each shape, which contains the value once.</summary>
public class ContentUnionTests
{
    private const string Schema = """
        schema: 1
        namespace: Acme.Posts
        service: Posts
        version: v26.0
        as-of: 2026-11-22
        operations:
          post: { request: "POST /{page_id}/posts", body: Post, returns: Post }
        types:
          Post:
            members:
              attachment: { type: Attachment }
              others: { type: list<Attachment> }
            rules:
              no-reels: { allow: { attachment.type: [PICTURE, TEMPLATE, HEART] }, severity: error, because: They are gone. }
              short-cards: { when: { attachment.payload.template_type: CARD }, limit: { attachment.payload.title: { max-length: 5 characters } }, severity: error, because: They are cut. }
              titles: { when: { attachment.type: TEMPLATE }, require: attachment.payload.title, severity: warning, because: They look empty. }
              no-second-file: { forbid: others.payload.url, when: { attachment.payload.url: present }, severity: error, because: One is enough. }
          Attachment:
            discriminator: type
            values: AttachmentType
            content: payload
            cases: { PICTURE: Picture, TEMPLATE: Template, REEL: json, HEART: none }
          Picture: { members: { url: { type: string, format: url }, id: { type: string } }, rules: { one-source: { exactly-one-of: [url, id], severity: error, because: It needs one. } } }
          Template:
            discriminator: template_type
            values: TemplateType
            cases: { CARD: Card, TEXT: TextCard, OLD: json }
          Card: { members: { title: { type: string }, buttons: { type: list<Button>, max-count: 1 } } }
          TextCard: { members: { text: { type: string, required: true }, title: { type: string } } }
          Button: { discriminator: type, cases: { web: WebButton, call: json } }
          WebButton: { members: { url: { type: string, required: true, format: https-url } } }
        enums:
          AttachmentType: { wire-case: lower, members: { PICTURE: { wire: image }, TEMPLATE: {}, REEL: {}, HEART: {} } }
          TemplateType: { wire-case: lower, members: { CARD: {}, TEXT: {}, OLD: { refused-since: 2026-01-01, because: It was removed. } } }
        """;

    private const string User = """
        using System.Buffers;
        using System.Collections.Generic;
        using System.Text;
        using PageMessagesGen;
        using PageMessagesGen.Rules;
        namespace Acme.Posts;
        internal static class User
        {
            private static readonly Dictionary<string, Post> Posts = new()
            {
                ["picture"] = new() { Attachment = new Picture { Url = "https://a.example" } },
                ["card"] = new() { Attachment = new Card { Title = "Boots", Buttons = [new WebButton { Url = "https://b.example" }, RawButton.Parse("{\"type\":\"call\",\"number\":1}")] } },
                ["text"] = new() { Attachment = new TextCard { Text = "Hello" } },
                ["long-card"] = new() { Attachment = new Card { Title = "Rubber boots" } },
                ["both"] = new() { Attachment = new Picture { Url = "https://a.example", Id = "1" } },
                ["bad-list"] = new() { Others = [new Picture { Id = "1" }, new Card { Buttons = [new WebButton { Url = "http://b.example" }] }] },
                ["second"] = new() { Attachment = new Picture { Url = "https://a.example" }, Others = [new Picture { Url = "https://b.example" }] },
                ["reel"] = new() { Attachment = new RawAttachment { Type = AttachmentType.Reel, Payload = RawJson.Parse("{\"id\":1}") } },
                ["heart"] = new() { Attachment = new RawAttachment { Type = AttachmentType.Heart } },
                ["raw-template"] = new() { Attachment = RawTemplate.Parse("{\"template_type\":\"old\",\"title\":\"x\"}") },
                ["half-template"] = new() { Attachment = new RawTemplate { Json = System.Text.Json.JsonDocument.Parse("{\"template_type\":\"\\ud800\"}").RootElement } },
                ["raw-card"] = new() { Attachment = new RawAttachment { Type = AttachmentType.Template, Payload = RawJson.Parse("{\"template_type\":\"card\",\"title\":\"Rubber boots\"}") } },
            };

            public static Post Post(string name) => Posts[name];
            public static string Write(Post post) { var output = new ArrayBufferWriter<byte>(); PostsJsonWriter.Write(post, output); return Encoding.UTF8.GetString(output.WrittenSpan); }
            public static string Describe(Post post) => post.Attachment switch
            {
                Picture picture => $"{picture.Type} {picture.Url}",
                Card { Title: var title } card => $"{card.Type} {card.TemplateType} {title}",
                Template template => $"{template.Type} {template.TemplateType}",
                { } other => $"{other.Type}",
                null => "",
            };
            public static IReadOnlyList<RuleViolation> Validate(string name) => Posts[name].Validate();
            public static Post? Read(string json) { var reader = new PageMessagesGen.Generated.Utf8ResponseReader(Encoding.UTF8.GetBytes(json)); return PostsJsonReader.ReadPost(ref reader); }
        }
        """;

    private static readonly GeneratorRun Run = Schemas.Run(Schemas.Project(("posts.endpoint.yaml", Schema)).WithSource("User.cs", User));

    private static readonly Type UserType = Run.EmitAndLoad().Assembly.GetType("Acme.Posts.User")!;

    private static readonly JsonSerializerOptions InPieces = new() { DefaultBufferSize = 1, TypeInfoResolver = (JsonSerializerContext)Activator.CreateInstance(Context.GetType())! };

    private static readonly JsonSerializerOptions Reflection = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static TheoryData<string, string> Bodies => new()
    {
        { "picture", """{"attachment":{"type":"image","payload":{"url":"https://a.example"}}}""" },
        { "card", """{"attachment":{"type":"template","payload":{"template_type":"card","title":"Boots","buttons":[{"type":"web","url":"https://b.example"},{"type":"call","number":1}]}}}""" },
        { "text", """{"attachment":{"type":"template","payload":{"template_type":"text","text":"Hello"}}}""" },
        { "bad-list", """{"others":[{"type":"image","payload":{"id":"1"}},{"type":"template","payload":{"template_type":"card","buttons":[{"type":"web","url":"http://b.example"}]}}]}""" },
        { "reel", """{"attachment":{"type":"reel","payload":{"id":1}}}""" },
        { "heart", """{"attachment":{"type":"heart"}}""" },
        { "raw-template", """{"attachment":{"type":"template","payload":{"template_type":"old","title":"x"}}}""" },
    };

    [Fact]
    public void The_generated_code_compiles()
    {
        Assert.Empty(Run.GeneratorDiagnostics);
        Run.AssertCompilesClean();
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Writer_and_context_write_the_wire_form(string name, string json)
    {
        Assert.Equal(json, Call("Write", Post(name)));
        Assert.Equal(json, JsonSerializer.Serialize(Post(name), Post(name).GetType(), Context));
        Assert.Equal(json, JsonSerializer.Serialize(Post(name), Post(name).GetType(), Reflection));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Reader_and_context_read_the_wire_form(string name, string json)
    {
        var type = Post(name).GetType();

        Assert.Equal(json, Call("Write", JsonSerializer.Deserialize(json, type, Context)!));
        Assert.Equal(json, Call("Write", JsonSerializer.Deserialize(json, type, Reflection)!));
        Assert.Equal(Call("Describe", Post(name)), Call("Describe", JsonSerializer.Deserialize(Reorder(json), type, Context)!));
        Assert.Equal(json, Call("Write", Call("Read", json)!));
        Assert.Equal(Call("Describe", Post(name)), Call("Describe", Call("Read", json)!));
        Assert.Equal(Call("Describe", Post(name)), Call("Describe", JsonSerializer.Deserialize(json, type, Context)!));
    }

    [Fact]
    public async Task A_stream_in_pieces_is_read_as_a_whole()
    {
        var json = Bodies.Single(b => b.Data.Item1 == "card").Data.Item2;
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var post = await JsonSerializer.DeserializeAsync(stream, Post("card").GetType(), InPieces);

        Assert.Equal(json, Call("Write", post!));
    }

    [Theory]
    [InlineData("picture", "Picture https://a.example")]
    [InlineData("card", "Template Card Boots")]
    [InlineData("raw-template", "Template Old")]
    [InlineData("reel", "Reel")]
    [InlineData("half-template", "Template -")]
    public void The_value_that_selects_the_shape_can_be_read(string name, string description) => Assert.StartsWith(description, (string)Call("Describe", Post(name))!, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"attachment":{"type":"satellite","payload":{"a":1}}}""")]
    [InlineData("""{"attachment":{"type":"template","payload":{"template_type":"satellite","a":1}}}""")]
    [InlineData("""{"attachment":{"type":"image","payload":"text"}}""")]
    public void An_unknown_shape_is_kept(string json)
    {
        var type = Post("card").GetType();

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type, Context), type, Context));
    }

    [Theory]
    [InlineData("picture", "")]
    [InlineData("card", "count@attachment.payload.buttons")]
    [InlineData("text", "titles@attachment.payload.title")]
    [InlineData("long-card", "short-cards@attachment.payload.title")]
    [InlineData("both", "one-source@attachment.payload.id")]
    [InlineData("bad-list", "format@others[1].payload.buttons[0].url")]
    [InlineData("second", "no-second-file@others.payload.url")]
    [InlineData("reel", "no-reels@attachment.type")]
    [InlineData("heart", "")]
    [InlineData("raw-template", "refused@attachment.payload.template_type")]
    [InlineData("raw-card", "short-cards@attachment.payload.title")]
    public void Rules_see_the_wire_form(string name, string expected) => Assert.Equal(
        expected, string.Join(", ", ((IReadOnlyList<RuleViolation>)Call("Validate", name)!).Select(v => $"{v.Rule}@{v.Path}")));

    private static JsonSerializerContext Context => (JsonSerializerContext)UserType.Assembly.GetType("Acme.Posts.PostsJsonContext")!.GetProperty("Default")!.GetValue(null)!;

    private static object Post(string name) => Call("Post", name)!;

    private static object? Call(string method, object argument) => UserType.GetMethod(method)!.Invoke(null, [argument]);

    // The members of each object in the opposite order: the discriminator comes last.
    private static string Reorder(string json)
    {
        var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
            Reverse(JsonDocument.Parse(json).RootElement, writer);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Reverse(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().Reverse())
                {
                    writer.WritePropertyName(member.Name);
                    Reverse(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    Reverse(element, writer);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
