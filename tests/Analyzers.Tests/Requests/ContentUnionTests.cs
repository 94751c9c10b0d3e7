using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.Generator;
using PageMessagesGen.TestKit.Verifiers;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>Rules about a union whose members are in a sibling of its discriminator see the wire form of its records.</summary>
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
              text: { type: string }
              attachment: { type: Attachment }
              others: { type: list<Attachment> }
            rules:
              no-reels: { allow: { attachment.type: [PICTURE, TEMPLATE] }, severity: error, because: They are gone. }
              short-cards: { when: { attachment.payload.template_type: card }, limit: { attachment.payload.title: { max-length: 5 characters } }, severity: error, because: They are cut. }
              titles: { when: { attachment.type: TEMPLATE }, require: attachment.payload.title, severity: error, because: They look empty. }
              no-second-file: { forbid: others.payload.url, when: { attachment.payload.url: present }, severity: error, because: One is enough. }
              text-only: { forbid: text, when: { attachment.payload: present }, severity: error, because: They exclude each other. }
          Attachment:
            discriminator: type
            values: AttachmentType
            content: payload
            cases: { PICTURE: Picture, TEMPLATE: Template, REEL: json }
          Picture: { members: { url: { type: string }, id: { type: string } }, rules: { one-source: { exactly-one-of: [url, id], severity: error, because: It needs one. } } }
          Template: { discriminator: template_type, cases: { card: Card, text: TextCard } }
          Card: { members: { title: { type: string }, type: { type: string, name: Kind } } }
          TextCard: { members: { text: { type: string, required: true } } }
        enums:
          AttachmentType: { wire-case: lower, members: { PICTURE: { wire: image }, TEMPLATE: {}, REEL: {} } }
        """;

    [Theory]
    [InlineData("""Attachment = new Picture { Url = "a" }""")]
    [InlineData("""Attachment = new Card { Title = "Boots" }""")]
    [InlineData("""{|PMG3007:Attachment = new Card { Title = "Rubber boots" }|}""")]
    [InlineData("""{|PMG3001:Attachment = new TextCard { Text = "a" }|}""")]
    [InlineData("""{|PMG3001:Attachment = b ? new TextCard { Text = "a" } : new Card { Kind = "TEMPLATE" }|}""")]
    [InlineData("""Attachment = b ? new TextCard { Text = "a" } : new Picture { Url = "a" }""")]
    [InlineData("""Attachment = new Picture { Url = "a", {|PMG3004:Id = "b"|} }""")]
    [InlineData("""Attachment = new Picture { Url = "a" }, {|PMG3002:Others = [new Card { Title = "b" }, new Picture { Url = "b" }]|}""")]
    [InlineData("""Attachment = new Picture { Url = "a" }, Others = [new Picture { Id = "b" }]""")]
    [InlineData("""Others = [new Picture { Url = "a" }, new Picture { Url = "b" }]""")]
    [InlineData("""{|PMG3002:Text = "a"|}, Attachment = new Picture { Url = "b" }""")]
    [InlineData("""{|PMG3003:Attachment = new RawAttachment { Type = AttachmentType.Reel }|}""")]
    [InlineData("""{|PMG3007:Attachment = new RawAttachment { Type = AttachmentType.Template, Payload = RawJson.Parse("{ \"template_type\": \"card\", \"title\": \"Rubber boots\" }") }|}""")]
    [InlineData("""Attachment = other""")]
    public Task A_record_is_seen_as_it_is_sent(string initializer) => new ProjectAnalyzerTest<RequestAnalyzer>(
        PageMessagesProject.Generating(
            $$"""
            using PageMessagesGen;
            using Acme.Posts;
            class Code { object M(bool b, Attachment other) => new Post { {{initializer}} }; }
            """,
            Schema),
        new PageMessagesGenerator()).RunAsync();
}
