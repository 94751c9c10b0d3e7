namespace PageMessagesGen.Generator.Tests;

/// <summary>The code for events compiles in every form, whatever they are called.</summary>
public sealed class WebhookTests
{
    private const string Schema = """
        schema: 1
        namespace: Acme.Posts
        service: Posts
        version: v26.0
        as-of: 2026-11-22
        platforms: [messenger, instagram]
        webhooks:
          summary: What happens to posts.
          objects: { page: messenger, instagram: instagram }
          members:
            sender: { type: Party, summary: Who did it. }
            at: { type: timestamp, required: true, summary: When. }
          events:
            NoteEvent: { summary: A note., field: notes, member: note, type: Note, customer: sender.id, identity: [note.id, note.number, note.kind, at], opens-window: true }
            NoteEchoEvent: { summary: An echo., field: note_echoes, member: note, flag: is_echo, type: Note, echo: { correlation: note.text, id: note.id } }
            CountEvent: { field: count, member: count, type: integer, identity: at }
            Mixed: { field: [mixed, mixture], in: changes, type: map<list<Note>> }
            AnyEvent: { field: any, member: anything, type: json, sensitive: true, since: 2026-01-01 }
        types:
          Party: { summary: A party., members: { id: { type: string-or-integer, summary: Its id. } } }
          Note:
            summary: A note.
            members:
              id: { type: string, required: true, summary: Its id. }
              number: { type: integer-or-string, summary: Its number. }
              kind: { type: Kind, summary: Its kind. }
              text: { type: string, summary: Its text. }
              is_echo: { type: boolean, summary: Whether the Page wrote it. }
        enums:
          Kind: { summary: A kind., members: { SHORT: { summary: Short. }, LONG: { summary: Long. } } }
        """;

    [Theory]
    [InlineData("EndpointVisibility", "public")]
    [InlineData("EndpointVisibility", "internal")]
    [InlineData("EndpointJsonContext", "false")]
    [InlineData("EndpointClient", "false")]
    public void The_generated_code_compiles(string setting, string value)
    {
        var run = Schemas.Run(Schemas.Project().WithAdditionalFile("posts.endpoint.yaml", Schema, ("EndpointSchema", "true"), (setting, value)));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Fact]
    public void Events_with_operations_beside_them_share_their_types()
    {
        var run = Schemas.Run(Schema.Replace("webhooks:", "operations:\n  post: { request: \"POST /{page_id}/notes\", body: Note, returns: Note }\nwebhooks:", StringComparison.Ordinal));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
        Assert.Contains(run.Files, file => file.Key.EndsWith(".Client.g.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*/ public class Evil { } /*")]
    [InlineData("</summary> <b> &")]
    [InlineData("\\\"; } public class Evil { } //")]
    [InlineData("{0} {x} ::Task ::Nothing")]
    [InlineData("\\u2028 🎉 漢字")]
    public void Texts_stay_in_their_places(string text)
    {
        var run = Schemas.Run(Schema
            .Replace("summary: What happens to posts.", $"summary: \"{text}\"", StringComparison.Ordinal)
            .Replace("summary: A note., field", $"summary: \"{text}\", field", StringComparison.Ordinal)
            .Replace("{ page: messenger", $"{{ \"{text.Replace("\\u2028 ", "", StringComparison.Ordinal)}\": messenger", StringComparison.Ordinal)
            .Replace("member: anything", $"member: \"{text.Replace("\\u2028 ", "", StringComparison.Ordinal)}\"", StringComparison.Ordinal));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Theory]
    [InlineData("WebhookEvent")]
    [InlineData("UnknownEvent")]
    [InlineData("WebhookDelivery")]
    [InlineData("WebhookEntry")]
    [InlineData("PostsWebhook")]
    [InlineData("PostsWebhookHandler")]
    [InlineData("PostsWebhookExtensions")]
    public void A_type_with_a_name_of_the_webhook_is_reported(string name)
    {
        var run = Schemas.Run(Schema.Replace("Party", name, StringComparison.Ordinal));

        Assert.Contains(run.GeneratorDiagnostics, d => d.Id is "PMG2006" or "PMG2008");
        Assert.DoesNotContain(run.GeneratorDiagnostics, d => d.Id.StartsWith("PMG9", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("time")]
    [InlineData("echo")]
    [InlineData("identity")]
    [InlineData("customer_id")]
    [InlineData("opens_window")]
    public void A_member_with_a_name_that_every_event_has_needs_another_one(string member)
    {
        var schema = Schema.Replace("member: anything", $"member: {member}", StringComparison.Ordinal);

        Assert.Equal("PMG2008", Assert.Single(Schemas.Run(schema).GeneratorDiagnostics).Id);
        var renamed = Schemas.Run(schema.Replace($"member: {member}", $"member: {member}, name: Other", StringComparison.Ordinal));
        Assert.Empty(renamed.GeneratorDiagnostics);
        renamed.AssertCompilesClean();
    }

    [Fact]
    public void A_schema_without_platforms_compiles()
    {
        var run = Schemas.Run(Schema
            .Replace("platforms: [messenger, instagram]\n", "", StringComparison.Ordinal)
            .Replace("{ page: messenger, instagram: instagram }", "{ page: , instagram: }", StringComparison.Ordinal));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Theory]
    [InlineData("type: integer, identity: at", "type: Kind, identity: count")]
    [InlineData("at: { type: timestamp, required: true, summary: When. }", "at: { type: timestamp, required: true, summary: When. }\n    kind: { type: Kind, summary: A kind. }")]
    public void An_enum_that_only_an_event_itself_has_compiles(string part, string replacement)
    {
        var run = Schemas.Run(Schema
            .Replace(part, replacement, StringComparison.Ordinal)
            .Replace("kind: { type: Kind, summary: Its kind. }", "kind: { type: string, summary: Its kind. }", StringComparison.Ordinal));

        Assert.Empty(run.GeneratorDiagnostics);
        run.AssertCompilesClean();
    }

    [Fact]
    public void A_service_that_ends_with_the_word_has_it_once()
    {
        var names = Schemas.Run(Schema.Replace("service: Posts", "service: PostsWebhook", StringComparison.Ordinal)).Output.GetSymbolsWithName(name => name.EndsWith("WebhookHandler", StringComparison.Ordinal)).Select(symbol => symbol.Name);

        Assert.Equal(["PostsWebhookHandler"], names);
    }

    [Fact]
    public void An_edit_of_one_event_leaves_the_code_of_other_schemas_alone()
    {
        var other = Schemas.Run(Schemas.Project(("posts.endpoint.yaml", Schema), (Schemas.SmallPath, Schemas.Small)));
        var edited = Schemas.Run(Schemas.Project(("posts.endpoint.yaml", Schema.Replace("A note.", "The note.", StringComparison.Ordinal)), (Schemas.SmallPath, Schemas.Small)));

        Assert.All(edited.Files.Where(f => f.Key.StartsWith("shop.", StringComparison.Ordinal)), f => Assert.Equal(other.Files[f.Key], f.Value));
        Assert.Contains(edited.Files, f => other.Files[f.Key] != f.Value);
    }
}
