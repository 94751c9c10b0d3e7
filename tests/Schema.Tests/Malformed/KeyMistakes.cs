namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>Keys that are misspelt, unknown or missing, and values of the wrong shape.</summary>
internal static class KeyMistakes
{
    // A key that may be left out, between two signs, in as much of its surroundings as finds it.
    private static readonly string[] Optional =
    [
        "^docs: https://example.com/docs^", "^answer: { ok: true }^", "^platform: web^", "^required: true^, summary: How many at most.",
        "^required: true^, summary: The kind.", "^min-length: 2 characters^", "^max-length: 20 characters^", "^format: digits^", "^min: 1^,", "^max: 9^",
        "^default: 2^", "^min-count: 1^", "^default: false^", "false, ^platforms: [web, phone]^", "^name: Remark^", "^emoji: true^", "^sensitive: true^",
        "^undocumented: true^\n        since: 2026", "^since: 2026-01-01^", "^deprecated-since: 2026-02-02^", "^refused-since: 2026-03-03^",
        "^because: It has moved.^", "^source: guide^\n", "^trust: unverified^", "^severity: warning^\n        summary", "^when: { kind: SMALL }^",
        "^when: { gift: true }^", "^answer: 100/33^", "^only-when: nobody else wants it^", "^platforms: phone^", "^source: [guide, notes]^", "^trust: stated^\n      gifts", "^wire-case: as-written^",
        "^name: Big^", "^wire: BIG^", "^undocumented: true^\n        since: 2025", "^since: 2025-01-01^", "^deprecated-since: 2025-02-02^",
        "^refused-since: 2025-03-03^", "^because: Nobody wants it.^", "^platforms: [phone]^", "^source: notes^\n", "^trust: stated^\n        summary",
        "^outcome: rejected^", "^source: guide^,", "^trust: stated^, summary", "^outcome: unknown^", "^source: notes^,",
    ];

    public static IEnumerable<MalformedCase> All { get; } =
    [
        .. Optional.Select(o => Changed("A misspelt key", o, (key, value) => $"{{|PMG2001:{key}x|}}: {value}")),
        .. Optional.Where(o => !o.Contains("when:", StringComparison.Ordinal) && !o.Contains("answer: {", StringComparison.Ordinal))
            .Select(o => Changed("A mapping where a text belongs", o, (key, _) => $"{key}: {{|PMG2003:{{ a: b }}|}}")),
        .. Optional.Where(o => !o.Contains("platforms", StringComparison.Ordinal) && !o.Contains("source:", StringComparison.Ordinal) && !o.Contains("answer: {", StringComparison.Ordinal))
            .Select(o => Changed("A list where none belongs", o, (key, _) => $"{key}: {{|PMG2003:[a]|}}")),
        .. Optional.Where(o => o.Contains("platforms", StringComparison.Ordinal) || o.Contains("source:", StringComparison.Ordinal))
            .Select(o => Changed("A list in a list", o, (key, _) => $"{key}: [{{|PMG2003:[a]|}}]")),
        .. MalformedCase.Edits(
            "A key that no such mapping has",
            ("docs:", "{|PMG2001:zzz|}: 1\ndocs:"),
            ("    body: Order", "    {|PMG2001:zzz|}: 1\n    body: Order"),
            ("order_id: { type", "order_id: { {|PMG2001:zzz|}: 1, type"),
            ("platform: web", "{|PMG2001:zzz|}: 1"),
            ("summary: An order.", "summary: An order.\n    {|PMG2001:zzz|}: 1"),
            ("kind: { type: Kind,", "kind: { {|PMG2001:zzz|}: 1, type: Kind,"),
            ("when: { gift: true }", "{|PMG2001:zzz|}: 1\n        when: { gift: true }"),
            ("{ max-length: under", "{ {|PMG2001:zzz|}: 1, max-length: under"),
            ("{ max-length: under", "{ {|PMG2001:severity|}: info, max-length: under"),
            ("discriminator: card_type", "discriminator: card_type\n    {|PMG2001:members|}: {}"),
            ("summary: A plain card.,", "summary: A plain card., {|PMG2001:discriminator|}: a,"),
            ("wire-case: as-written", "{|PMG2001:zzz|}: 1"),
            ("SMALL: { summary:", "SMALL: { {|PMG2001:zzz|}: 1, summary:"),
            ("100: { name:", "100: { {|PMG2001:zzz|}: 1, name:"),
            ("docs:", "{|PMG2001:Docs|}:"),
            ("docs:", "{|PMG2001:\"docs \"|}:"),
            ("emoji: true", "{|PMG2001:Emoji|}: true"),
            ("emoji: true", "{|PMG2001:''|}: true"),
            ("wire: BIG", "{|PMG2001:wire_name|}: BIG"),
            ("limit: { type: integer,", "limit: { type: integer, {|PMG2001:by|}: kind,"),
            ("limit: { type: integer,", "limit: { type: integer, {|PMG2001:emoji|}: true,"),
            ("    returns: Receipt", "    {|PMG2001:errors|}: [100]\n    returns: Receipt"),
            ("    returns: Receipt", "    {|PMG2001:platforms|}: [web]\n    returns: Receipt")),
        .. MalformedCase.Edits(
            "A key that must be there, misspelt",
            ("namespace: Acme.Shop", "{|PMG2001:namspace|}: Acme.Shop"),
            ("operations:\n", "{|PMG2001:operation|}:\n"),
            ("100: { name: Invalid,", "100: { {|PMG2001:nam|}: Invalid,"),
            ("SMALL: { summary: A small one. }", "SMALL: { {|PMG2001:sumary|}: A small one. }"),
            ("because: A small order has an id.", "{|PMG2001:becuase|}: A small order has an id."),
            ("SMALL: { summary: A small one. }", "SMALL: { {|PMG2001:text|}: A small one. }")),
        .. MalformedCase.Edits(
            "A key that is missing",
            ("schema: 1\n", "{|PMG2002:|}"),
            ("100: { name: Invalid,", "{|PMG2002:100|}: {"),
            ("\"100/33\": { name: NotThere, recovery: wait,", "{|PMG2002:{|PMG2002:\"100/33\"|}|}: {"),
            ("summary: It is invalid.", "summary: {|PMG2002:\"\"|}"),
            ("- summary: Too many tags.", "- summary: {|PMG2002:''|}"),
            ("extra: { type: json, summary: Whatever else. }", "{|PMG2002:extra|}: { summary: Whatever else. }"),
            ("extra: { type: json, summary: Whatever else. }", "{|PMG2002:extra|}: {}"),
            ("extra: { type: json, summary: Whatever else. }", "extra: { type: json, summary: {|PMG2002:''|} }"),
            ("small-needs-id:\n        when: { kind: SMALL }\n        require: [id]\n        severity: error\n", "{|PMG2002:small-needs-id|}:\n        when: { kind: SMALL }\n        require: [id]\n"),
            ("small-needs-id:\n        when: { kind: SMALL }\n        require: [id]\n        severity: error\n        because: A small order has an id.\n", "{|PMG2002:small-needs-id|}:\n        when: { kind: SMALL }\n        require: [id]\n        severity: error\n"),
            ("summary: Its text.", "summary: {|PMG2002:\"\"|}")),
        .. Head("namespace: Acme.Shop\n"), .. Head("service: Shop\n"), .. Head("version: v26.0\n"), .. Head("as-of: 2026-11-22\n"),
        .. MalformedCase.Edits(
            "A value of the wrong shape",
            ("schema: 1", "schema: {|PMG2003:[1]|}"),
            ("namespace: Acme.Shop", "namespace: {|PMG2003:{ a: b }|}"),
            ("service: Shop", "service: {|PMG2003:[Shop]|}"),
            ("version: v26.0", "version: {|PMG2003:[v26.0]|}"),
            ("as-of: 2026-11-22", "as-of: {|PMG2003:[2026-11-22]|}"),
            ("guide: The guide.", "guide: The guide.\n  book: {|PMG2003:[a book]|}"),
            ("guide: The guide.", "guide: The guide.\n  book: {|PMG2003:{ a: b }|}"),
            ("    parameters:\n", "    examples: {|PMG2003:none|}\n    parameters:\n"),
            ("    parameters:\n", "    examples: {|PMG2003:{ a: b }|}\n    parameters:\n"),
            ("summary: Which one.", "summary: {|PMG2003:[Which one.]|}"),
            ("limit: { type: integer, required: true, summary: How many at most. }", "limit: {|PMG2003:integer|}"),
            ("limit: { type: integer, required: true, summary: How many at most. }", "limit: {|PMG2003:[integer]|}"),
            ("PlainCard: { summary: A plain card., members: { text: { type: string, summary: Its text. } } }", "PlainCard: { summary: A plain card., members: { text: {|PMG2003:string|} } }"),
            ("extra: { type: json, summary: Whatever else. }", "extra: {|PMG2003:json|}"),
            ("extra: { type: json, summary: Whatever else. }", "extra: {|PMG2003:[json]|}"),
            ("limit: { note: { max-length: under 9 bytes } }", "limit: { note: {|PMG2003:9|} }"),
            ("when: { kind: SMALL }", "when: {|PMG2003:kind|}"),
            ("when: { kind: SMALL }", "when: {|PMG2003:[kind]|}"),
            ("when: { kind: SMALL }", "when: { kind: {|PMG2003:{ a: b }|} }"),
            ("when: { kind: SMALL }", "when: { kind: {|PMG2003:[]|} }"),
            ("when: { kind: SMALL }", "when: { kind: {|PMG2003:[[SMALL]]|} }"),
            ("allow: { kind: [SMALL] }", "allow: {|PMG2003:[kind]|}"),
            ("allow: { kind: [SMALL] }", "allow: {|PMG2003:kind|}"),
            ("forbid: id", "forbid: {|PMG2003:{ id: a }|}"),
            ("forbid: id", "forbid: [id, {|PMG2003:[id]|}]"),
            ("at-most-one-of: [extra, card.text]", "at-most-one-of: {|PMG2003:{ extra: a }|}"),
            ("limit: { note: { max-length: under 9 bytes } }", "limit: {|PMG2003:note|}"),
            ("limit: { note: { max-length: under 9 bytes } }", "limit: {|PMG2003:[note]|}"),
            ("SMALL: Item", "SMALL: {|PMG2003:[Item]|}\n      {|PMG2012:X|}: Item"),
            ("plain: PlainCard", "plain: PlainCard\n      odd: {|PMG2003:{ a: b }|}"),
            ("SMALL: { summary: A small one. }", "SMALL: {|PMG2003:A small one.|}"),
            ("SMALL: { summary: A small one. }", "SMALL: {|PMG2003:[A small one.]|}"),
            ("100: { name: Invalid,", "7: {|PMG2003:Invalid|}\n  100: { name: Invalid,"),
            ("100: { name: Invalid,", "100: { name: {|PMG2003:[Invalid]|},"),
            ("100: { name: Invalid, recovery: request", "100: { name: Invalid, recovery: {|PMG2003:[request]|}"),
            ("breaks: [count]", "breaks: [count, {|PMG2003:{ a: b }|}]")),
    ];

    // What the head lacks is told of where the file begins.
    private static IEnumerable<MalformedCase> Head(string line) =>
    [
        MalformedCase.Edit("A key that the head lacks", "schema: 1", "{|PMG2002:|}schema: 1", line, ""),
        MalformedCase.Edit("A key of the head that says nothing", line, line[..line.IndexOf(' ', StringComparison.Ordinal)] + " {|PMG2002:''|}\n"),
    ];

    private static MalformedCase Changed(string kind, string place, Func<string, string, string> change)
    {
        var parts = place.Split('^');
        var colon = parts[1].IndexOf(": ", StringComparison.Ordinal);
        return MalformedCase.Edit(kind, string.Concat(parts), parts[0] + change(parts[1][..colon], parts[1][(colon + 2)..]) + parts[2]);
    }
}
