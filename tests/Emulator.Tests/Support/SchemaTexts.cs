namespace PageMessagesGen.Emulator.Tests.Support;

/// <summary>Schemas of other endpoints, to see that the emulator knows none by heart.</summary>
internal static class SchemaTexts
{
    /// <summary>Has a member of every kind.</summary>
    public const string Everything =
        """
        schema: 1
        namespace: Test
        service: Things
        version: v9.1
        as-of: 2026-11-22
        operations:
          add: { summary: s, request: "POST /{page_id}/things", body: Thing, returns: ThingAnswer }
          sort: { summary: s, request: "POST /things/sort", body: Thing, returns: SortAnswer }
        types:
          Thing:
            summary: s
            members:
              name: { type: string, required: true, summary: s }
              count: { type: integer, summary: s }
              ready: { type: boolean, summary: s }
              weight: { type: number, summary: s }
              code: { type: string-or-integer, summary: s }
              anything: { type: json, summary: s }
              colour: { type: Colour, summary: s }
              colours: { type: list<Colour>, summary: s }
              tags: { type: list<string>, summary: s }
              digits: { type: string, format: digits, summary: s }
              url: { type: string, format: url, summary: s }
              currency: { type: string, format: currency, summary: s }
              inner: { type: Thing, summary: s }
              inners: { type: list<Thing>, summary: s }
          ThingAnswer:
            summary: s
            members:
              success: { type: boolean, summary: s }
          SortAnswer:
            summary: s
            members:
              order: { type: string, summary: s }
        enums:
          Colour:
            summary: s
            wire-case: lower
            members:
              DARK_RED: { summary: s }
              BLUE: { summary: s }
        """;
}
