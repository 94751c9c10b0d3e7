using System.Text.Json.Nodes;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class AnswerTests : EmulatorTest
{
    private const string Schema =
        """
        schema: 1
        namespace: Test
        service: Shelves
        version: v9.1
        as-of: 2026-11-22
        operations:
          shown:
            summary: s
            request: GET /shown
            returns: Book
            examples:
              - { summary: No answer. }
              - { summary: An answer. , answer: { title: "Cafe ☕", pages: 12, unheard: [1.50, { a: null }] } }
              - { summary: Another. , answer: { title: B } }
          tried:
            summary: s
            request: POST /tried
            body: Book
            returns: Book
            examples:
              - { summary: Wrong. , request: { pages: x }, breaks: wrong-type, answer: { title: Refused } }
              - { summary: Right. , request: { pages: 1 }, answer: { title: Taken } }
          made: { summary: s, request: GET /made, returns: Book }
          message:
            summary: s
            request: POST /message
            body: Message
            returns: MessageAnswer
            examples:
              - { summary: s, request: { recipient: { id: a }, message: b }, answer: { recipient_id: x, message_id: y } }
          handover: { summary: s, request: POST /handover, body: Handover, returns: Done }
        types:
          Book:
            summary: s
            members:
              id: { type: string, summary: s }
              owner_id: { type: string, summary: s }
              isbn: { type: string, format: digits, summary: s }
              title: { type: string, summary: s }
              cover: { type: string, format: https-url, summary: s }
              currency: { type: string, format: currency, summary: s }
              phone: { type: string, format: phone-number, summary: s }
              slug: { type: string, format: word, summary: s }
              code: { type: string-or-integer, summary: s }
              pages: { type: integer, summary: s }
              weight: { type: number, summary: s }
              lent: { type: boolean, summary: s }
              genre: { type: Genre, summary: s }
              tags: { type: list<string>, summary: s }
              extra: { type: json, summary: s }
              author: { type: Author, summary: s }
              series: { type: list<Book>, summary: s }
              part: { type: Part, summary: s }
              parts: { type: list<Part>, summary: s }
              binding: { type: Binding, summary: s }
              bound: { type: Bound, by: binding, summary: s }
              unbound: { type: Unbound, by: binding, summary: s }
          Author:
            summary: s
            members:
              name: { type: string, required: true, summary: s }
          Part:
            summary: s
            discriminator: kind
            cases:
              chapter: Chapter
              page: json
          Chapter:
            summary: s
            members:
              number: { type: integer, summary: s }
          Bound:
            summary: s
            cases:
              LEATHER: Author
              PAPER: Part
          Unbound:
            summary: s
            cases:
              LEATHER: json
              PAPER: none
          Message:
            summary: s
            members:
              recipient: { type: Receiver, required: true, summary: s }
              message: { type: string, summary: s }
          Handover:
            summary: s
            members:
              recipient: { type: Receiver, required: true, summary: s }
          Receiver:
            summary: s
            members:
              id: { type: string, summary: s }
          MessageAnswer:
            summary: s
            members:
              recipient_id: { type: string, summary: s }
              message_id: { type: string, summary: s }
          Done:
            summary: s
            members:
              success: { type: boolean, summary: s }
        enums:
          Genre:
            summary: s
            wire-case: lower
            members:
              CRIME: { summary: s }
              LOVE: { summary: s }
          Binding:
            summary: s
            members:
              PAPER: { summary: s }
              LEATHER: { summary: s }
        """;

    protected override GraphEmulatorOptions Options => new() { Schemas = [Schema], UnavailablePeople = ["away"] };

    [Fact]
    public async Task The_first_example_with_an_answer_is_given_as_it_stands() =>
        Assert.Equal("""{"title":"Cafe ☕","pages":12,"unheard":[1.50,{"a":null}]}""", (await GetAsync("shown")).Text);

    [Fact]
    public async Task An_example_that_breaks_a_rule_answers_nothing() =>
        Assert.Equal("""{"title":"Taken"}""", (await PostAsync("tried", "{}")).Text);

    [Fact]
    public async Task Without_an_example_an_answer_of_the_type_is_made_up()
    {
        var book = (await GetAsync("made")).Json;

        Assert.Matches("^9[0-9]{15}$", book["id"]!.GetValue<string>());
        Assert.Matches("^9[0-9]{15}$", book["owner_id"]!.GetValue<string>());
        Assert.NotEqual(book["id"]!.GetValue<string>(), book["owner_id"]!.GetValue<string>());
        Assert.Matches("^[0-9]+$", book["isbn"]!.GetValue<string>());
        Assert.Equal("made-up title", book["title"]!.GetValue<string>());
        Assert.Equal("https://example.com/", book["cover"]!.GetValue<string>());
        Assert.Equal("EUR", book["currency"]!.GetValue<string>());
        Assert.Matches(@"^\+[0-9]+$", book["phone"]!.GetValue<string>());
        Assert.Matches("^[A-Za-z0-9_]+$", book["slug"]!.GetValue<string>());
        Assert.Equal("made-up code", book["code"]!.GetValue<string>());
        Assert.Equal("""[1,1,true,"crime"]""", new JsonArray([.. Values(book, "pages", "weight", "lent", "genre")]).ToJsonString());
        Assert.Equal("""["made-up tags"]""", book["tags"]!.ToJsonString());
        Assert.Equal("{}", book["extra"]!.ToJsonString());
        Assert.Equal("""{"name":"made-up name"}""", book["author"]!.ToJsonString());
    }

    [Fact]
    public async Task A_union_takes_its_first_shape_or_the_one_that_its_sibling_chooses()
    {
        var book = (await GetAsync("made")).Json;

        Assert.Equal("""{"kind":"chapter","number":1}""", book["part"]!.ToJsonString());
        Assert.Equal("""[{"kind":"chapter","number":1}]""", book["parts"]!.ToJsonString());
        Assert.Equal("PAPER", book["binding"]!.GetValue<string>());
        Assert.Equal("""{"kind":"chapter","number":1}""", book["bound"]!.ToJsonString());
        Assert.False(book.ContainsKey("unbound"));
    }

    [Fact]
    public async Task A_type_that_holds_itself_comes_to_an_end()
    {
        var levels = 0;
        for (var book = (await GetAsync("made")).Json; book is not null; book = book["series"]?[0]?.AsObject())
            levels++;

        Assert.Equal(5, levels);
    }

    [Fact]
    public async Task An_answer_is_the_same_each_time() =>
        Assert.Equal((await GetAsync("made")).Text, (await GetAsync("made")).Text);

    [Fact]
    public async Task A_message_is_answered_as_a_message_even_if_there_is_an_example()
    {
        var answer = await PostAsync("message", """{"recipient":{"id":"12"},"message":"Hi"}""");

        Assert.Equal("12", answer.Find("recipient_id"));
        Assert.StartsWith("m_", answer.Find("message_id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_about_a_person_that_sends_no_message_notes_the_person_and_is_answered_by_its_type()
    {
        var answer = await PostAsync("handover", """{"recipient":{"id":"12"} }""");

        Assert.Equal("""{"success":true}""", answer.Text);
        var delivery = Assert.Single(Emulator.Ledger);
        Assert.Equal((new RecipientAddress("id", "12"), null), (delivery.Recipient, delivery.MessageId));
        (await PostAsync("handover", """{"recipient":{"id":"away"} }""")).AssertIsError(551, 1545041);
    }

    private static IEnumerable<JsonNode?> Values(JsonObject json, params string[] names) => names.Select(n => json[n]!.DeepClone());

    private Task<Answer> GetAsync(string path) => Caller.CallAsync(HttpMethod.Get, $"v9.1/{path}", token: Emulator.AccessToken);

    private Task<Answer> PostAsync(string path, string body) => Caller.PostAsync($"v9.1/{path}", body, Emulator.AccessToken);
}
