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

    /// <summary>Sends messages that are judged by rules of every severity, on two platforms.</summary>
    public const string Notes =
        """
        schema: 1
        namespace: Test
        service: Notes
        version: v9.1
        as-of: 2026-11-22
        platforms: [pigeon, raven]
        operations:
          send: { summary: s, request: "POST /{page_id}/notes", body: Note, returns: NoteAnswer }
        types:
          Note:
            summary: s
            members:
              recipient: { type: Receiver, required: true, summary: s }
              message: { type: string, max-length: 5 characters, summary: s }
              code: { type: string, format: digits, severity: warning, summary: s }
              stamp: { type: string, max-length: 3 bytes, severity: info, summary: s }
              kind: { type: Kind, summary: s }
              content: { type: Content, by: kind, summary: s }
            rules:
              something-to-send: { at-least-one-of: [message, content], severity: error, answer: 100/2018015, because: Nothing is sent otherwise. }
              one-is-enough: { at-most-one-of: [message, content], severity: warning, because: One is enough. }
              code-needs-stamp: { when: { code: present }, require: stamp, severity: info, because: It looks better. }
              no-stamp-by-raven: { forbid: stamp, platforms: [raven], severity: error, answer: 7, because: Ravens eat stamps. }
              no-blue-seal: { forbid: message, when: { content.seal: BLUE }, severity: error, because: Blue seals stand alone. }
          Receiver:
            summary: s
            members:
              name: { type: Name, summary: s }
              id: { type: string, summary: s }
              nest: { type: string, summary: s }
          Name:
            summary: s
            members:
              first: { type: string, summary: s }
          Content:
            summary: s
            cases:
              LETTER: Letter
              FEATHER: none
          Letter:
            summary: s
            members:
              seal: { type: Seal, summary: s }
          NoteAnswer:
            summary: s
            members:
              recipient_id: { type: string, summary: s }
              message_id: { type: string, summary: s }
        enums:
          Kind:
            summary: s
            members:
              LETTER: { summary: s }
              FEATHER: { summary: s }
          Seal:
            summary: s
            members:
              RED: { wire: seal/1, summary: s }
              BLUE: { wire: seal/2, summary: s }
        errors:
          7: { name: NoStamps, recovery: request, summary: Stamps are not taken. }
          100: { name: InvalidParameter, recovery: request, summary: A parameter is invalid. }
          100/2018015: { name: NothingToSend, recovery: request, summary: There is nothing to send. }
        """;

    /// <summary>Has operations of every method, with parameters of every kind. Those that go before others stand last.</summary>
    public const string Nests =
        """
        schema: 1
        namespace: Test
        service: Nests
        version: v9.1
        as-of: 2026-11-22
        operations:
          list:
            summary: s
            request: GET /{page_id}/nests
            parameters:
              limit: { type: integer, summary: s }
              height: { type: number, summary: s }
              free: { type: boolean, summary: s }
              wood: { type: Wood, summary: s }
              woods: { type: list<Wood>, summary: s }
              years: { type: list<integer>, summary: s }
            returns: NestList
          build: { summary: s, request: "POST /{page_id}/nests", body: Nest, returns: Built }
          show:
            summary: s
            request: GET /nests/{nest_id}
            parameters:
              nest_id: { type: string, summary: s }
            returns: Nest
          leave:
            summary: s
            request: DELETE /nests/{nest_id}
            parameters:
              nest_id: { type: string, summary: s }
              reason: { type: string, required: true, summary: s }
            returns: Done
          paint:
            summary: s
            request: POST /nests/{nest_id}/{wood}
            parameters:
              nest_id: { type: integer, summary: s }
              wood: { type: Wood, summary: s }
            returns: Done
          year:
            summary: s
            request: GET /{year}
            parameters:
              year: { type: integer, summary: s }
            returns: YearInfo
          bird:
            summary: s
            request: GET /{bird_id}
            parameters:
              bird_id: { type: string, summary: s }
            returns: BirdInfo
          count: { summary: s, request: "GET /nests/count", returns: Counted }
          page: { summary: s, request: "GET /{page_id}", returns: PageInfo }
        types:
          Nest:
            summary: s
            members:
              height: { type: integer, required: true, summary: s }
          NestList:
            summary: s
            members:
              data: { type: list<Nest>, summary: s }
          Built:
            summary: s
            members:
              id: { type: string, summary: s }
          Counted:
            summary: s
            members:
              total: { type: integer, summary: s }
          Done:
            summary: s
            members:
              success: { type: boolean, summary: s }
          PageInfo:
            summary: s
            members:
              page_name: { type: string, summary: s }
          YearInfo:
            summary: s
            members:
              year_name: { type: string, summary: s }
          BirdInfo:
            summary: s
            members:
              bird_name: { type: string, summary: s }
        enums:
          Wood:
            summary: s
            wire-case: lower
            members:
              OAK: { summary: s }
              BIRCH: { summary: s }
        """;
}
