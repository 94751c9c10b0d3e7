namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>A small schema that uses each key of the language. It is without fault, so that one edit makes one mistake.</summary>
internal static class CompleteSchema
{
    public const string Text =
        """
        schema: 1
        namespace: Acme.Shop
        service: Shop
        version: v26.0
        as-of: 2026-11-22
        docs: https://example.com/docs
        platforms: [web, phone]
        sources:
          guide: The guide.
          notes: The release notes.
        operations:
          order:
            summary: Orders something.
            request: POST /{page_id}/orders
            body: Order
            returns: Receipt
            confirmed-by: { id: ok }
            examples:
              - summary: A small order.
                request: { kind: SMALL, id: "12", tags: [a] }
                answer: { ok: true }
                platform: web
              - summary: Too many tags.
                request: { kind: SMALL, id: "21", tags: [a, b, c, d] }
                breaks: [count]
          list:
            summary: Lists orders.
            request: GET /{page_id}/orders/{order_id}
            parameters:
              order_id: { type: string, summary: Which one. }
              limit: { type: integer, required: true, summary: How many at most. }
              kinds: { type: list<Kind>, summary: Of which kinds. }
            returns: Page
        types:
          Order:
            summary: An order.
            members:
              kind: { type: Kind, required: true, summary: The kind. }
              id: { type: string, min-length: 2 characters, max-length: 20 characters, format: digits, summary: The id. }
              count: { type: integer, min: 1, max: 9, default: 2, summary: How many. }
              tags: { type: list<string>, min-count: 1, max-count: 3, summary: The tags. }
              gift: { type: boolean, default: false, platforms: [web, phone], summary: Whether it is a gift. }
              note:
                type: string
                name: Remark
                emoji: true
                sensitive: true
                undocumented: true
                since: 2026-01-01
                deprecated-since: 2026-02-02
                refused-since: 2026-03-03
                because: It has moved.
                source: guide
                trust: unverified
                severity: warning
                summary: A note.
              extra: { type: json, summary: Whatever else. }
              content: { type: Content, by: kind, summary: What is ordered. }
              card: { type: Card, summary: A card. }
            rules:
              small-needs-id:
                when: { kind: SMALL }
                require: [id]
                severity: error
                because: A small order has an id.
                answer: 100/33
                fix: { kind: LARGE }
              large-has-no-id:
                when: { kind: [LARGE], note: absent }
                forbid: id
                severity: warning
                because: A large order has none.
                platforms: phone
                source: [guide, notes]
                trust: stated
              gifts-are-small:
                when: { gift: true }
                allow: { kind: [SMALL] }
                severity: info
                because: Nobody carries more.
              one-extra:
                at-most-one-of: [extra, card.text]
                severity: info
                because: There is room for one.
              short-note:
                limit: { note: { max-length: under 9 bytes } }
                severity: info
                because: The label is small.
          Content:
            summary: What is ordered.
            cases:
              SMALL: Item
              LARGE: json
          Item: { summary: An item., members: { label: { type: string, summary: Its label. } } }
          Card:
            summary: A card.
            discriminator: card_type
            cases:
              plain: PlainCard
              rich: RichCard
          PlainCard: { summary: A plain card., members: { text: { type: string, summary: Its text. } } }
          RichCard: { summary: A rich card., members: { url: { type: string, format: url, summary: Its address. } } }
          Receipt: { summary: What became of it., members: { ok: { type: boolean, summary: Whether it worked. } } }
          Page: { summary: A page of orders., members: { data: { type: list<Order>, summary: The orders. } } }
        enums:
          Kind:
            summary: The kinds of orders.
            wire-case: as-written
            members:
              SMALL: { summary: A small one. }
              LARGE:
                name: Big
                wire: BIG
                undocumented: true
                since: 2025-01-01
                deprecated-since: 2025-02-02
                refused-since: 2025-03-03
                because: Nobody wants it.
                only-when: nobody else wants it
                platforms: [phone]
                source: notes
                trust: stated
                summary: A large one.
        errors:
          100: { name: Invalid, recovery: request, outcome: rejected, source: guide, trust: stated, summary: It is invalid. }
          "100/33": { name: NotThere, recovery: wait, outcome: unknown, source: notes, summary: It is not there. }

        """;
}
