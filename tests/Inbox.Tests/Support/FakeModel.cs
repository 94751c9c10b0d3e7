using System.Globalization;
using System.Text.Json.Nodes;
using PageMessagesGen.Emulator;
using PageMessagesGen.Emulator.Endpoints;
using PageMessagesGen.Emulator.Inbox;

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>An emulator without rules: it does what it is asked, and remembers it.</summary>
internal sealed class FakeModel : IInboxModel
{
    public const string Page = "100200300400500";

    private readonly Lock _gate = new();
    private int _messages;

    public FakeModel() => Journal = new Journal(Clock, 100_000);

    public EmulatorClock Clock { get; } = new(TimeProvider.System);

    public Journal Journal { get; }

    public List<InboxAction> Actions { get; } = [];

    public InboxState State { get; private set; } = new(default, default) { Pages = [new(Page)] };

    public IEnumerable<StateRule> FurtherRules { get; init; } = [];

    public InboxState ReadState()
    {
        lock (_gate)
            return State with { Now = Clock.GetUtcNow(), Offset = Clock.Offset };
    }

    public void Set(Func<InboxState, InboxState> change)
    {
        lock (_gate)
            State = change(State);
        Journal.Touch();
    }

    public InboxPerson AddPerson(string pageId, bool isInstagram, string name)
    {
        if (State.Pages.All(page => page.Id != pageId))
            throw new ArgumentException("The emulator has no such Page.");
        var person = new InboxPerson(pageId, string.Create(CultureInfo.InvariantCulture, $"{9000000000000 + State.People.Count}"), name, isInstagram);
        Set(state => state with { People = [.. state.People, person] });
        return person;
    }

    public long Act(InboxAction action)
    {
        if (State.People.All(person => person.Id != action.PersonId))
            throw new ArgumentException("The Page has no such customer.");
        lock (_gate)
            Actions.Add(action);
        if (action.Action is "block" or "unblock")
            Set(state => state with { People = [.. state.People.Select(p => p.Id == action.PersonId ? p with { IsUnavailable = action.Action == "block" } : p)] });
        var entry = Receive(action.PersonId, EventOf(action));
        if (State.Webhook is { } webhook)
            Deliver(webhook, entry);
        return entry.Sequence;
    }

    public void JudgeTemplate(string id, bool isApproved)
    {
        if (State.Templates.All(template => template.Id != id))
            throw new ArgumentException("There is no such template.");
        Set(state => state with { Templates = [.. state.Templates.Select(t => t.Id == id ? t with { Status = isApproved ? "APPROVED" : "REJECTED" } : t)] });
    }

    public void AdvanceClock(TimeSpan time)
    {
        Clock.Advance(time);
        Journal.Touch();
    }

    public void ResetClock()
    {
        Clock.Reset();
        Journal.Touch();
    }

    public void ReplaceFaults(IReadOnlyList<Fault> faults) => Set(state => state with { Faults = faults });

    /// <summary>Adds a call of the Page that was accepted.</summary>
    public JournalEntry Send(string person, string rest, params JournalRule[] rules)
    {
        var mid = NewMessageId();
        return Journal.Append(Call(JournalKind.Sent, person, rest) with
        {
            MessageId = mid,
            Status = 200,
            Answer = $$"""{"recipient_id":"{{person}}","message_id":"{{mid}}"}""",
            Rules = rules,
        });
    }

    /// <summary>Adds a call of the Page that was refused.</summary>
    public JournalEntry Refuse(string person, string rest, params JournalRule[] rules) => Journal.Append(Call(JournalKind.Refused, person, rest) with
    {
        Status = 400,
        Answer = """{"error":{"message":"(#100) Param message.text must have at most 2000 characters.","type":"OAuthException","code":100,"fbtrace_id":"AbC"}}""",
        Rules = rules,
    });

    /// <summary>Adds what a customer did.</summary>
    public JournalEntry Receive(string person, string json) => Journal.Append(new JournalEntry
    {
        Kind = JournalKind.Received,
        PageId = Page,
        PersonId = person,
        MessageId = JsonNode.Parse(json)!["message"]?["mid"]?.GetValue<string>(),
        Request = json,
    });

    /// <summary>Adds a text of a customer.</summary>
    public JournalEntry Write(string person, string text) => Receive(person, Event(person, $"\"message\":{Json(("mid", NewMessageId()), ("text", text)).ToJsonString()}"));

    public void Deliver(InboxWebhook webhook, JournalEntry entry, int status = 200) => Journal.Append(new JournalEntry
    {
        Kind = JournalKind.Webhook,
        PageId = Page,
        PersonId = entry.PersonId,
        Method = "POST",
        Request = $$"""{"object":"page","entry":[{"id":"{{Page}}","time":1,"messaging":[{{entry.Request}}]}]}""",
        Status = status,
        Answer = status == 200 ? "EVENT_RECEIVED" : "<h1>oops</h1>",
        Webhook = new WebhookAttempt(webhook.Url, 1, TimeSpan.FromMilliseconds(12.34), null),
    });

    public static string Event(string person, string rest) =>
        $"{{\"sender\":{{\"id\":{Quote(person)}}},\"recipient\":{{\"id\":\"{Page}\"}},\"timestamp\":1795860000000,{rest.Trim()}}}";

    public static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    private JournalEntry Call(JournalKind kind, string person, string rest) => new()
    {
        Kind = kind,
        PageId = Page,
        PersonId = person,
        Method = "POST",
        Path = $"/v26.0/{Page}/messages",
        Operation = "send",
        Request = $$"""{"recipient":{"id":"{{person}}"},{{rest.Trim()}}}""",
    };

    private string EventOf(InboxAction action) => action.Action == "comment"
        ? Json(("field", "feed"), ("value", Json(("item", "comment"), ("comment_id", "77_1"), ("post_id", "77"), ("message", action.Text)))).ToJsonString()
        : Event(action.PersonId, Json(PartOf(action)).ToJsonString()[1..^1]);

    private (string Name, JsonNode? Value) PartOf(InboxAction action) => action.Action switch
    {
        "text" => ("message", Json(("mid", NewMessageId()), ("text", action.Text))),
        "quick_reply" => ("message", Json(("mid", NewMessageId()), ("text", action.Title), ("quick_reply", Json(("payload", action.Payload))))),
        "picture" => ("message", Json(("mid", NewMessageId()), ("attachments", new JsonArray(Json(("type", "image"), ("payload", Json(("url", action.Url)))))))),
        "postback" or "get_started" => ("postback", Json(("mid", NewMessageId()), ("title", action.Title), ("payload", action.Payload))),
        "reaction" => ("reaction", Json(("action", "react"), ("emoji", action.Emoji), ("mid", action.MessageId))),
        "unreaction" => ("reaction", Json(("action", "unreact"), ("mid", action.MessageId))),
        "read" => ("read", Json(("watermark", Clock.GetUtcNow().ToUnixTimeMilliseconds()))),
        _ => (action.Action, Json(("ref", action.Ref), ("payload", action.Payload))),
    };

    private static JsonObject Json(params (string Name, JsonNode? Value)[] members) => new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private string NewMessageId() => string.Create(CultureInfo.InvariantCulture, $"m_{Interlocked.Increment(ref _messages):D6}");
}
