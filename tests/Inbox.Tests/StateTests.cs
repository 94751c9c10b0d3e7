using System.Net;
using PageMessagesGen.Emulator;
using PageMessagesGen.Inbox.Tests.Support;

namespace PageMessagesGen.Inbox.Tests;

public sealed class StateTests : InboxTest
{
    [Fact]
    public async Task The_state_has_all_members_of_the_contract()
    {
        Model.AdvanceClock(TimeSpan.FromHours(25));
        Model.Set(state => state with
        {
            Pages = [new(FakeModel.Page, """{"get_started":{"payload":"START"}}""")],
            Templates = [new("1", "visit", "en", "PENDING")],
            Personas = [new("2", "Juho", "https://cdn.example.com/j.png")],
            Webhook = new("http://localhost:5000/webhook", true),
        });

        var state = await GetJsonAsync("inbox/state");

        Assert.Equal(90000, state["clock"]!["offset_seconds"]!.GetValue<int>());
        Assert.EndsWith("Z", state["clock"]!["now"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal($$"""[{"id":"{{FakeModel.Page}}"}]""", state["pages"]!.ToJsonString());
        Assert.Equal("START", state["menu"]![FakeModel.Page]!["get_started"]!["payload"]!.GetValue<string>());
        Assert.Equal("""[{"id":"1","name":"visit","language":"en","status":"PENDING"}]""", state["templates"]!.ToJsonString());
        Assert.Equal("""[{"id":"2","name":"Juho","profile_picture_url":"https://cdn.example.com/j.png"}]""", state["personas"]!.ToJsonString());
        Assert.Equal("""{"url":"http://localhost:5000/webhook","is_verified":true}""", state["webhook"]!.ToJsonString());
        var person = state["people"]![1]!.AsObject();
        Assert.Equal(
            ["page_id", "id", "name", "platform", "unavailable", "response_until", "human_agent_until", "thread_owner", "is_typing_shown", "profile_picture"],
            person.Select(p => p.Key));
        Assert.Equal(("instagram", $"/inbox/faces/{Mirja}.svg"), (person["platform"]!.GetValue<string>(), person["profile_picture"]!.GetValue<string>()));
        Assert.Null(person["response_until"]);
    }

    [Fact]
    public async Task Faults_are_written_as_they_are_read()
    {
        const string Script = """{"faults":[{"fault":"reset","after_delivery":true,"times":1},{"fault":"error","person":"5","first_call":3,"probability":0.5,"seed":7,"code":613,"subcode":1,"status":400},{"fault":"delayed","delay":-1},{"fault":"redirect","page_id":"1","delay":2.5,"status":307,"location":"/x"}]}""";

        using var put = await SendAsync(HttpMethod.Put, "inbox/faults", Script);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(Script, $$"""{"faults":{{(await GetJsonAsync("inbox/state"))["faults"]!.ToJsonString()}}}""");

        using var delete = await SendAsync(HttpMethod.Delete, "inbox/faults", "");
        Assert.Equal(HttpStatusCode.OK, delete.StatusCode);
        Assert.Empty(Model.State.Faults);
    }

    [Fact]
    public async Task A_script_that_is_not_valid_is_refused_with_the_line()
    {
        using var put = await SendAsync(HttpMethod.Put, "inbox/faults", "{\"faults\":[\n{\"fault\":\"earthquake\"}]}");

        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.StartsWith("{\"error\":\"The script is not valid at line 2 ($.faults[0]): There is no such fault.", await put.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_advances_and_goes_back()
    {
        using var advance = await SendAsync(HttpMethod.Post, "inbox/clock", "{\"advance_seconds\":3600}");
        Assert.Equal(TimeSpan.FromHours(1), Model.Clock.Offset);

        using var reset = await SendAsync(HttpMethod.Post, "inbox/clock", "{\"reset\":true}");
        Assert.Equal(TimeSpan.Zero, Model.Clock.Offset);
    }

    [Fact]
    public async Task A_person_is_added()
    {
        using var response = await SendAsync(HttpMethod.Post, "inbox/people", $$"""{"page_id":"{{FakeModel.Page}}","platform":"instagram","name":" Eero <b> "}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"name\":\"Eero <b>\",\"platform\":\"instagram\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_done_and_its_entry_named()
    {
        using var response = await SendAsync(HttpMethod.Post, "inbox/actions", $$"""{"page_id":"{{FakeModel.Page}}","person_id":"{{Aino}}","action":"reaction","message_id":"m_1","emoji":"❤️"}""");

        Assert.Equal("{\"entry\":1}", await response.Content.ReadAsStringAsync());
        Assert.Equal(("m_1", "❤️"), (Assert.Single(Model.Actions).MessageId, Model.Actions[0].Emoji));
    }

    [Fact]
    public async Task A_template_is_approved()
    {
        Model.Set(state => state with { Templates = [new("1", "visit", "en", "PENDING")] });

        using var response = await SendAsync(HttpMethod.Post, "inbox/templates", "{\"id\":\"1\",\"status\":\"APPROVED\"}");

        Assert.Equal("APPROVED", Assert.Single(Model.State.Templates).Status);
    }

    [Theory]
    [InlineData("people", """{"page_id":"9","platform":"messenger","name":"A"}""", "The emulator has no such Page.")]
    [InlineData("people", """{"page_id":"9","platform":"telegram","name":"A"}""", "The platform must be messenger or instagram.")]
    [InlineData("people", """{"page_id":"9","platform":"messenger","name":" "}""", "A person needs a name.")]
    [InlineData("people", """{"page_id":"9"}""", "The body is not valid: A member is missing: 'platform', 'name'.")]
    [InlineData("people", """{"page_id":9,"platform":"messenger","name":"A"}""", "The body is not valid: A value has the wrong type.")]
    [InlineData("people", """{"page_id":"9","platform":"messenger","name":"A","age":7}""", "The body is not valid: The member 'age' is not known.")]
    [InlineData("people", "null", "The body is not valid: It must be an object.")]
    [InlineData("people", "", "The body is not valid: It must be JSON.")]
    [InlineData("actions", """{"page_id":"1","person_id":"2","action":"dance"}""", "The action must be one of text, quick_reply,")]
    [InlineData("actions", """{"page_id":"1","person_id":"2","action":"text"}""", "The Page has no such customer.")]
    [InlineData("templates", """{"id":"1","status":"PENDING"}""", "The status must be APPROVED or REJECTED.")]
    [InlineData("templates", """{"id":"1","status":"APPROVED"}""", "There is no such template.")]
    [InlineData("clock", """{}""", "Either reset must be true, or advance_seconds must be set.")]
    [InlineData("clock", """{"advance_seconds":-5}""", "advance_seconds must be greater than 0")]
    [InlineData("clock", """{"advance_seconds":1e300}""", "advance_seconds must be greater than 0")]
    public async Task What_is_not_possible_is_refused_with_a_reason(string command, string body, string reason)
    {
        using var response = await SendAsync(HttpMethod.Post, $"inbox/{command}", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith($"{{\"error\":\"{reason}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Model.Actions);
    }

    [Fact]
    public async Task Earlier_entries_of_a_conversation_are_read_on_demand()
    {
        for (var i = 0; i < 6; i++)
        {
            Model.Write(Aino, "Hello");
            Model.Write(Mirja, "Hello");
        }

        var entries = await GetJsonAsync($"inbox/entries?page_id={FakeModel.Page}&person_id={Aino}&before=9&count=3");

        Assert.Equal([3, 5, 7], entries.AsArray().Select(e => e!["sequence"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_exact_text_of_a_request_is_kept()
    {
        const string Request = "{ \"recipient\": {\"id\": 12345678901234567890},\n \"a\": 1, \"a\": 2 }";
        Model.Journal.Append(new JournalEntry { Kind = JournalKind.Refused, PageId = FakeModel.Page, Request = Request, Answer = "<b>" });

        Assert.Equal(Request, await Http.GetStringAsync(new Uri("inbox/entries/1/request", UriKind.Relative)));
        Assert.Equal("<b>", await Http.GetStringAsync(new Uri("inbox/entries/1/answer", UriKind.Relative)));
        using var response = await SendAsync(HttpMethod.Get, "inbox/entries/2/request");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_person_always_has_the_same_face_and_others_have_others()
    {
        var faces = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Http.GetStringAsync(new Uri($"inbox/faces/{4471239905512287 + i}.svg", UriKind.Relative))));

        Assert.Equal(faces[0], await Http.GetStringAsync(new Uri($"inbox/faces/{Aino}.svg", UriKind.Relative)));
        Assert.InRange(faces.Distinct().Count(), 36, 40);
        Assert.DoesNotContain("script", await Http.GetStringAsync(new Uri("inbox/faces/%22%3E%3Cscript%3E.svg", UriKind.Relative)), StringComparison.Ordinal);
    }
}
