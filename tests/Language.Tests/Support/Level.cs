using System.Text.Json;

namespace PageMessagesGen.Language.Tests.Support;

/// <summary>A kind of mapping in a schema, such as a member, in a small schema around it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Path">The way to it.</param>
/// <param name="Frame">The schema, with <c>@</c> where the mapping stands.</param>
/// <param name="Keys">The keys without which it would not be sound, and values for them.</param>
internal sealed record Level(string Name, string Path, string Frame, params (string Key, string Value)[] Keys)
{
    private const string Head = "schema: 1, namespace: Acme.Shop, service: Shop, version: v26.0, as-of: 2026-11-22";
    private const string Greet = """summary: s, request: "POST /{page_id}/greetings", returns: Done""";
    private const string Operations = $"operations: {{ greet: {{ {Greet} }} }}";
    private const string Done = "Done: { summary: s, members: { text: { type: string, summary: s } } }";
    private const string TwoMembers = "summary: s, members: { text: { type: string, summary: s }, more: { type: string, summary: s } }";
    private const string Kind = "Kind: { summary: s, members: { ONE: { summary: s } } }";
    private const string Event = "{ field: done, member: done, type: Done }";
    private const string DoneWithKind = "Done: { summary: s, members: { kind: { type: Kind, summary: s } } }";
    private const string DoneWithShape =
        "Done: { summary: s, members: { kind: { type: Kind, summary: s }, shape: { type: Shape, by: kind, summary: s } } }";

    /// <summary>Every kind of mapping that there is.</summary>
    public static IReadOnlyList<Level> All { get; } =
    [
        new("schema", "", "@",
            ("schema", "1"), ("namespace", "Acme.Shop"), ("service", "Shop"), ("version", "v26.0"), ("as-of", "2026-11-22"),
            ("types", $"{{ {Done} }}")),
        new("operation", "/operations/greet", $"{{ {Head}, operations: {{ greet: @ }}, types: {{ {Done} }} }}",
            ("request", "\"POST /{page_id}/greetings\""), ("returns", "Done")),
        new("parameter", "/operations/greet/parameters/loud",
            $"{{ {Head}, operations: {{ greet: {{ {Greet}, parameters: {{ loud: @ }} }} }}, types: {{ {Done} }} }}",
            ("type", "string")),
        new("example", "/operations/greet/examples/0",
            $"{{ {Head}, operations: {{ greet: {{ {Greet}, examples: [ @ ] }} }}, types: {{ {Done} }} }}",
            ("summary", "s")),
        new("rate", "/operations/greet/rates/calm",
            $"{{ {Head}, operations: {{ greet: {{ {Greet}, rates: {{ calm: @ }} }} }}, types: {{ {Done} }} }}",
            ("calls", "5"), ("seconds", "1")),
        new("window", "/operations/greet/windows/day",
            $"{{ {Head}, operations: {{ greet: {{ {Greet}, body: Done, customer: text, windows: {{ day: @ }} }} }}, types: {{ {Done} }} }}",
            ("hours", "24"), ("when", "{ text: present }"), ("severity", "error"), ("because", "s")),
        new("object", "/types/Done", $"{{ {Head}, {Operations}, types: {{ Done: @ }} }}",
            ("members", "{ text: { type: string, summary: s } }")),
        new("member", "/types/Done/members/text", $"{{ {Head}, {Operations}, types: {{ Done: {{ summary: s, members: {{ text: @ }} }} }} }}",
            ("type", "string")),
        new("union", "/types/Shape", $"{{ {Head}, {Operations}, types: {{ {DoneWithShape}, Shape: @ }}, enums: {{ {Kind} }} }}",
            ("cases", "{ ONE: json }")),
        new("enum", "/enums/Kind", $"{{ {Head}, {Operations}, types: {{ {DoneWithKind} }}, enums: {{ Kind: @ }} }}",
            ("members", "{ ONE: { summary: s } }")),
        new("enum member", "/enums/Kind/members/ONE",
            $"{{ {Head}, {Operations}, types: {{ {DoneWithKind} }}, enums: {{ Kind: {{ summary: s, members: {{ ONE: @ }} }} }} }}"),
        new("rule", "/types/Done/rules/a",
            $"{{ {Head}, {Operations}, types: {{ Done: {{ {TwoMembers}, rules: {{ a: @ }} }} }} }}",
            ("severity", "error"), ("because", "s"), ("require", "more")),
        new("limits of a rule", "/types/Done/rules/a/limit/text",
            $"{{ {Head}, {Operations}, types: {{ Done: {{ {TwoMembers}, rules: {{ a: {{ severity: error, because: s, limit: {{ text: @ }} }} }} }} }} }}",
            ("max-length", "5 characters")),
        new("count of a rule", "/types/Done/rules/a/count-where/text",
            $"{{ {Head}, {Operations}, types: {{ Done: {{ {TwoMembers}, rules: {{ a: {{ severity: error, because: s, count-where: {{ text: @ }} }} }} }} }} }}",
            ("max", "1")),
        new("webhooks", "/webhooks", $"{{ {Head}, webhooks: @, types: {{ {Done} }} }}",
            ("objects", "{ page: }"), ("events", $"{{ DoneEvent: {Event} }}")),
        new("event", "/webhooks/events/DoneEvent", $"{{ {Head}, webhooks: {{ objects: {{ page: }}, events: {{ DoneEvent: @ }} }}, types: {{ {Done} }} }}",
            ("field", "done"), ("member", "done"), ("type", "Done")),
        new("echo of an event", "/webhooks/events/DoneEvent/echo",
            $"{{ {Head}, webhooks: {{ objects: {{ page: }}, events: {{ DoneEvent: {{ field: done, member: done, type: Done, echo: @ }} }} }}, types: {{ {Done} }} }}",
            ("correlation", "done.text"), ("id", "done.text")),
        new("error", "/errors/100", $"{{ {Head}, {Operations}, types: {{ {Done} }}, errors: {{ 100: @ }} }}",
            ("name", "Bad"), ("summary", "s"), ("recovery", "request")),
    ];

    /// <summary>The schema, with nothing but the keys that are needed.</summary>
    public string Sound => Write(Keys);

    /// <summary>The schema, with a key more, or with another value for a key.</summary>
    public string With(string key, string value) => Write(Keys.Where(k => k.Key != key).Append((Quote(key), value)));

    /// <summary>The schema without one of the keys.</summary>
    public string Without(string key) => Write(Keys.Where(k => k.Key != key));

    public override string ToString() => Name;

    /// <summary>Writes a text so that it is text in YAML, whatever it holds.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private string Write(IEnumerable<(string Key, string Value)> keys) =>
        Frame.Replace("@", $"{{ {string.Join(", ", keys.Select(k => $"{k.Key}: {k.Value}"))} }}", StringComparison.Ordinal);
}
