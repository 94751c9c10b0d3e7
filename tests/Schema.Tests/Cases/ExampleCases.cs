namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>Examples that are not what they say.</summary>
internal static class ExampleCases
{
    private const string NotValid = "This example is declared valid, but it is not:";

    public static IReadOnlyList<BrokenSchema> All { get; } =
    [
        new(
            "An id without quotes",
            With("request: { to: {|PMG2020:4471239905512287|}, text: a }"),
            $"{NotValid} 'to' must be a string, but it is a number. Write it in quotes: \"4471239905512287\". Add 'breaks: wrong-type' if this is intended."),
        new(
            "A word without quotes that is true in JSON, in a list of texts",
            With("request: { to: \"1\", text: a, tags: [b, {|PMG2020:true|}] }"),
            $"{NotValid} 'tags[1]' must be a string, but it is a boolean. Write it in quotes: \"true\". Add 'breaks: wrong-type' if this is intended."),
        new(
            "An id without quotes beside what the example is said to break",
            With("breaks: [required]\nrequest: { to: {|PMG2020:1.50|} }"),
            "This example breaks a rule that is not listed in 'breaks': 'to' must be a string, but it is a number. Write it in quotes: \"1.50\". Add 'wrong-type' to 'breaks' if this is intended."),
        new(
            "An id without quotes in an answer",
            With("answer: { id: {|PMG2020:12|} }"),
            $"{NotValid} 'id' must be a string, but it is a number. Write it in quotes: \"12\"."),
        new(
            "What no quotes make a text, and numbers that are none",
            With("request: { to: {|PMG2020:[1]|}, text: a }") + Further("request: { to: \"1\", text: a, count: {|PMG2020:\"2\"|} }") + Further("request: { to: \"1\", text: a, size: {|PMG2020:3|} }"),
            $"{NotValid} 'to' must be a string, but it is a list. Add 'breaks: wrong-type' if this is intended.",
            $"{NotValid} 'count' must be a 64-bit integer, but it is a string. Add 'breaks: wrong-type' if this is intended.",
            $"{NotValid} 'size' must be a string, but it is a number. Add 'breaks: wrong-type' if this is intended."),
        new(
            "A member that does not exist, of the body and of an object in it",
            With("request: { to: \"1\", text: a, {|PMG2020:txt|}: b, more: c }") + Further("request: { to: \"1\", text: a, card: { {|PMG2020:txt|}: b } }"),
            $"{NotValid} The request has no member \"txt\", \"more\". Add 'breaks: unknown-member' if this is intended.",
            $"{NotValid} 'card' has no member \"txt\". Add 'breaks: unknown-member' if this is intended."),
        new(
            "Requests and answers that are no objects",
            With("request: {|PMG2020:[a]|}\nanswer: {|PMG2020:a|}"),
            $"{NotValid} The request must be an object, but it is a list. Add 'breaks: wrong-type' if this is intended.",
            $"{NotValid} The response must be an object, but it is a string."),
        new(
            "A member that is missing, null, too long or refused",
            With("request: {|PMG2020:{ to: \"1\" }|}") + Further("request: { to: \"1\", text: {|PMG2020:null|} }") + Further("request: { to: \"1\", text: {|PMG2020:abcdef|} }") + Further("request: { to: \"1\", text: a, size: {|PMG2020:OLD|} }") + Further("request: { to: \"1\", text: a, worn: {|PMG2020:b|} }"),
            $"{NotValid} 'text' is required. Add 'breaks: required' if this is intended.",
            $"{NotValid} 'text' must not be null. Leave it out instead. Add 'breaks: null-value' if this is intended.",
            $"{NotValid} 'text' must have at most 5 characters. Add 'breaks: length' if this is intended.",
            $"{NotValid} 'size' has the value \"OLD\", which has been refused since 2026-01-01. Add 'breaks: refused' if this is intended.",
            $"{NotValid} 'worn' has been refused since 2026-01-01. Add 'breaks: refused' if this is intended."),
        new(
            "Examples that do not break what they are said to break",
            With("breaks: {|PMG2021:format|}\nrequest: { to: \"1\", text: a }") + Further("breaks: [length, {|PMG2021:format|}]\nrequest: { to: \"1\", text: abcdef }") + Further("breaks: {|PMG2021:lenght|}\nrequest: { to: \"1\", text: abcdef }") + Further("breaks: {|PMG2021:format|}"),
            "This example is declared to break 'format', but it breaks no rule.",
            "This example is declared to break 'format', but it breaks length.",
            "This example is declared to break 'lenght', but there is no such rule. Did you mean 'length'?",
            "This example is declared to break 'format', but it has no request."),
        new(
            "A request of an operation without a body",
            (Parts.Whole + "# end\n").Replace("    body: Order\n", "    examples: [{ summary: a, request: {|PMG2020:{ id: \"1\" }|} }]\n", StringComparison.Ordinal),
            $"{NotValid} 'order' has no body."),
    ];

    // The example stands at the end, so that further ones can follow.
    private static string With(string example) =>
        Parts.Head + """
        types:
          Note:
            summary: A note.
            members:
              to:    { type: string, required: true, summary: To whom. }
              text:  { type: string, required: true, max-length: 5 characters, summary: What. }
              tags:  { type: list<string>, summary: Tags. }
              count: { type: integer, summary: How many. }
              size:  { type: Size, summary: How big. }
              card:  { type: Card, summary: A card. }
              worn:  { type: string, refused-since: 2026-01-01, summary: Worn out. }
          Card: { summary: A card., members: { title: { type: string, summary: Its title. } } }
          Receipt: { summary: The answer., members: { id: { type: string, summary: The id. } } }
        enums:
          Size:
            summary: How big it is.
            members:
              SMALL: { summary: Small. }
              OLD: { refused-since: 2026-01-01, summary: Gone. }
        operations:
          write:
            summary: Writes a note.
            request: POST /{page_id}/notes
            body: Note
            returns: Receipt
            examples:

        """ + Further(example);

    private static string Further(string example) => $"      - summary: a\n        {example.Replace("\n", "\n        ", StringComparison.Ordinal)}\n";
}
