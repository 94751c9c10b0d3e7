namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>Parts of a schema that do not fit together: rules and members, unions and types, examples and what they show, requests and parameters.</summary>
internal static class RelationMistakes
{
    private const string Small = "request: { kind: SMALL, id: \"12\", tags: [a] }";
    private const string Request = "request: POST /{page_id}/orders\n";

    private static readonly string[] ShowsSmallNeedsId = [Small, "request: { kind: SMALL, tags: [a] }\n        breaks: small-needs-id"];

    private static readonly string[] BrokenBodies =
    [
        "kind: {|PMG2020:HUGE|}, id: \"12\"", "kind: {|PMG2020:1|}, id: \"12\"", "kind: SMALL, id: {|PMG2020:12|}",
        "kind: SMALL, id: \"12\", tags: [{|PMG2020:null|}]",
        "kind: SMALL, id: {|PMG2020:ab|}", "kind: SMALL, id: {|PMG2020:\"1\"|}", "kind: SMALL, id: \"12\", {|PMG2020:colour|}: red",
        "kind: SMALL, id: \"12\", tags: {|PMG2020:a|}", "kind: SMALL, id: \"12\", tags: [{|PMG2020:1|}]", "kind: SMALL, id: \"12\", tags: {|PMG2020:[]|}",
        "kind: SMALL, id: \"12\", count: {|PMG2020:10|}", "kind: SMALL, id: \"12\", count: {|PMG2020:1.5|}", "kind: SMALL, id: \"12\", count: {|PMG2020:07|}",
        "kind: SMALL, id: \"12\", count: {|PMG2020:1:30|}", "kind: SMALL, id: \"12\", count: {|PMG2020:\"2\"|}", "kind: SMALL, id: \"12\", gift: {|PMG2020:no|}",
        "kind: SMALL, id: \"12\", card: { card_type: {|PMG2020:odd|} }", "kind: SMALL, id: \"12\", card: {|PMG2020:{ text: a }|}",
        "kind: SMALL, id: \"12\", content: {|PMG2020:a|}", "kind: SMALL, id: \"12\", content: { label: {|PMG2020:1|} }",
    ];

    private static readonly string[] OddRequests =
    [
        "PUT /{page_id}/orders", "POST orders", "POST /Orders", "post /orders", "POST  /orders",
        "POST /orders?a=b", "POST /orders/", "POST /{page-id}", "POST", "/orders", "POST https://example.com/orders",
    ];

    public static IEnumerable<MalformedCase> All { get; } = [.. Rules, .. Unions, .. Examples, .. Operations];

    private static IEnumerable<MalformedCase> Rules =>
    [
        .. MalformedCase.Edits(
            "A rule about a member that does not exist",
            ("when: { kind: SMALL }", "when: { {|PMG2011:knd|}: SMALL }"),
            ("require: [id]", "require: [{|PMG2011:idd|}]"),
            ("require: [id]", "require: { {|PMG2011:idd|}: a }"),
            ("forbid: id", "forbid: {|PMG2011:ID|}"),
            ("allow: { kind: [SMALL] }", "allow: { {|PMG2011:knd|}: [SMALL] }"),
            ("[extra, card.text]", "[extra, {|PMG2011:card.txt|}]"),
            ("[extra, card.text]", "[extra, {|PMG2011:kard.text|}]"),
            ("[extra, card.text]", "[extra, {|PMG2011:note.text|}]"),
            ("[extra, card.text]", "[extra, {|PMG2011:card.text.more|}]"),
            ("[extra, card.text]", "[extra, {|PMG2011:''|}]"),
            ("[extra, card.text]", "[extra, {|PMG2011:card.|}]"),
            ("[extra, card.text]", "[card.text, {|PMG2011:extra.|}]"),
            ("[extra, card.text]", "[card.text, {|PMG2011:extra..text|}]"),
            ("limit: { note:", "limit: { {|PMG2011:notes|}:")),
        .. MalformedCase.Edits(
            "A rule about a value that does not exist",
            ("when: { kind: SMALL }", "when: { kind: {|PMG2012:SMAL|} }"),
            ("when: { kind: SMALL }", "when: { kind: [SMALL, {|PMG2012:BIG|}] }"),
            ("when: { gift: true }", "when: { gift: {|PMG2012:yes|} }"),
            ("when: { gift: true }", "when: { count: {|PMG2012:many|} }"),
            ("when: { gift: true }", "when: { card.card_type: {|PMG2012:odd|} }"),
            ("when: { gift: true }", "when: { card: {|PMG2012:plain|} }"),
            ("allow: { kind: [SMALL] }", "allow: { kind: [{|PMG2012:HUGE|}] }"),
            ("when: { gift: true }\n        allow: { kind: [SMALL] }", "when: { id: present }\n        require: { gift: {|PMG2012:maybe|} }")),
        .. MalformedCase.Edits(
            "A rule that cannot work",
            ("gifts-are-small:\n        when: { gift: true }\n        allow: { kind: [SMALL] }", "{|PMG2015:gifts-are-small|}:\n        when: { gift: true }"),
            ("one-extra:\n", "{|PMG2015:one-extra|}:\n        forbid: id\n"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        at-most-one-of: []"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        at-most-one-of: [extra]"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        at-least-one-of: [extra, extra]"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        exactly-one-of: extra"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        limit: {}"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        limit: { note: {} }"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        allow: {}"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        require: []"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2015:one-extra|}:\n        at-most-one-of: [extra, card.text, extra]"),
            ("small-needs-id:\n        when: { kind: SMALL }\n        require: [id]", "{|PMG2015:small-needs-id|}:\n        when: { kind: SMALL }\n        require: [id, id]"),
            ("one-extra:\n", "{|PMG2015:required|}:\n"),
            ("one-extra:\n", "{|PMG2015:platform|}:\n"),
            ("one-extra:\n", "{|PMG2015:refused|}:\n"),
            ("one-extra:\n", "{|PMG2015:deprecated|}:\n"),
            ("one-extra:\n", "{|PMG2015:unknown-member|}:\n"),
            ("small-needs-id:\n", "{|PMG2022:small-needs-id|}:\n        trust: unverified\n"),
            ("count: { type: integer, min: 1,", "{|PMG2022:count|}: { trust: unverified, type: integer, min: 1,"),
            ("answer: 100/33", "answer: {|PMG2005:200|}"),
            ("answer: 100/33", "answer: {|PMG2005:33/100|}"),
            ("answer: 100/33", "answer: {|PMG2005:Invalid|}")),
        .. MalformedCase.Edits(
            "A fix that cannot be",
            ("fix: { kind: LARGE }", "fix: { {|PMG2011:kin|}: LARGE }"),
            ("fix: { kind: LARGE }", "fix: { kind: {|PMG2012:HUGE|} }"),
            ("fix: { kind: LARGE }", "fix: { kind: {|PMG2003:[LARGE]|} }"),
            ("fix: { kind: LARGE }", "fix: {|PMG2003:LARGE|}"),
            ("fix: { kind: LARGE }", "{|PMG2001:fixes|}: { kind: LARGE }")),
        .. MalformedCase.Edits(
            "A confirmation that cannot be",
            ("confirmed-by: { id: ok }", "confirmed-by: { {|PMG2011:idd|}: ok }"),
            ("confirmed-by: { id: ok }", "confirmed-by: { id: {|PMG2011:okay|} }"),
            ("confirmed-by: { id: ok }", "confirmed-by: { id: {|PMG2003:[ok]|} }"),
            ("confirmed-by: { id: ok }", "confirmed-by: {|PMG2003:ok|}"),
            ("confirmed-by: { id: ok }", "{|PMG2001:confirmed|}: { id: ok }"),
            ("    returns: Page", "    returns: Page\n    confirmed-by: { {|PMG2005:id|}: data }")),
        .. MalformedCase.Edits(
            "An order that cannot be",
            ("confirmed-by: { id: ok }", "ordered-by: {|PMG2011:idd|}"),
            ("confirmed-by: { id: ok }", "ordered-by: {|PMG2003:[id]|}"),
            ("    returns: Page", "    returns: Page\n    ordered-by: {|PMG2005:id|}")),
        .. MalformedCase.Edits(
            "A rate that cannot be",
            ("confirmed-by: { id: ok }", "rates: {|PMG2003:[a]|}"),
            ("confirmed-by: { id: ok }", "rates: { {|PMG2005:Calm|}: { calls: 1, seconds: 1 } }"),
            ("confirmed-by: { id: ok }", "rates: { {|PMG2002:calm|}: { calls: 1 } }"),
            ("confirmed-by: { id: ok }", "rates: { {|PMG2002:calm|}: { seconds: 1 } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: {|PMG2005:0|}, seconds: 1 } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: {|PMG2005:1000001|}, seconds: 1 } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: {|PMG2005:many|}, seconds: 1 } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: 1, seconds: {|PMG2005:0.5|} } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: 1, seconds: {|PMG2005:86401|} } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: 1, seconds: 1, when: { {|PMG2011:idd|}: present } } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: 1, seconds: 1, when: { kind: {|PMG2012:HUGE|} } } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: 1, seconds: 1, source: {|PMG2005:hearsay|} } }"),
            ("confirmed-by: { id: ok }", "rates: { calm: { calls: 1, seconds: 1, {|PMG2001:per|}: minute } }"),
            ("    returns: Page", "    returns: Page\n    rates: { calm: { calls: 1, seconds: 1, when: { {|PMG2005:id|}: present } } }")),
        .. MalformedCase.Edits(
            "A correlation that cannot be",
            ("confirmed-by: { id: ok }", "correlated-by: {|PMG2003:id|}"),
            ("confirmed-by: { id: ok }", "correlated-by: { {|PMG2011:idd|}: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { id: {|PMG2011:okay|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { id: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { id: {|PMG2003:[ok]|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { {|PMG2005:count|}: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { {|PMG2005:kind|}: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { {|PMG2005:card.text|}: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { {|PMG2005:extra.note|}: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { {|PMG2005:tags|}: {|PMG2005:ok|} }"),
            ("confirmed-by: { id: ok }", "correlated-by: { id: {|PMG2005:ok|}, {|PMG2005:note|}: ok }"),
            ("    returns: Page", "    returns: Page\n    correlated-by: { {|PMG2005:id|}: {|PMG2005:data|} }")),
        .. MalformedCase.Edits(
            "A customer that cannot be",
            ("confirmed-by: { id: ok }", "customer: {|PMG2011:idd|}"),
            ("confirmed-by: { id: ok }", "customer: {|PMG2003:[id]|}"),
            ("confirmed-by: { id: ok }", "customer: {|PMG2005:count|}"),
            ("    returns: Page", "    returns: Page\n    customer: {|PMG2005:id|}")),
        .. MalformedCase.Edits(
            "A window that cannot be",
            Window("{|PMG2003:[a]|}"),
            Window("{ {|PMG2005:Day|}: { hours: 24, when: { id: present }, severity: error, because: b. } }"),
            Window("{ {|PMG2006:small-needs-id|}: { hours: 24, when: { id: present }, severity: error, because: b. } }"),
            Window("{ {|PMG2015:count|}: { hours: 24, when: { id: present }, severity: error, because: b. } }"),
            Window("{ {|PMG2002:day|}: { when: { id: present }, severity: error, because: b. } }"),
            Window("{ {|PMG2002:day|}: { hours: 24, severity: error, because: b. } }"),
            Window("{ {|PMG2002:day|}: { hours: 24, when: { id: present }, because: b. } }"),
            Window("{ {|PMG2002:day|}: { hours: 24, when: { id: present }, severity: error } }"),
            Window("{ day: { hours: {|PMG2005:0|}, when: { id: present }, severity: error, because: b. } }"),
            Window("{ day: { hours: {|PMG2005:87601|}, when: { id: present }, severity: error, because: b. } }"),
            Window("{ day: { hours: 24, when: { {|PMG2011:idd|}: present }, severity: error, because: b. } }"),
            Window("{ day: { hours: 24, when: { kind: {|PMG2012:HUGE|} }, severity: error, because: b. } }"),
            Window("{ day: { hours: 24, when: { id: present }, severity: {|PMG2005:bad|}, because: b. } }"),
            Window("{ day: { hours: 24, when: { id: present }, severity: error, because: b., answer: {|PMG2005:7|} } }"),
            Window("{ day: { hours: 24, when: { id: present }, severity: error, because: b., answer: [100/33, {|PMG2005:7|}] } }"),
            Window("{ day: { hours: 24, when: { id: present }, severity: error, because: b., source: {|PMG2005:hearsay|} } }"),
            Window("{ {|PMG2022:day|}: { hours: 24, when: { id: present }, severity: error, because: b., trust: unverified } }"),
            Window("{ day: { hours: 24, {|PMG2001:minutes|}: 5, when: { id: present }, severity: error, because: b. } }"),
            ("  order:", "  {|PMG2002:order|}:\n    windows: { day: { hours: 24, when: { id: present }, severity: error, because: b. } }")),
        .. MalformedCase.Edits(
            "A rule that is never broken",
            ("small-needs-id:\n        when: { kind: SMALL }\n        require: [id]", "{|PMG2016:small-needs-id|}:\n        when: { kind: SMALL }\n        require: [kind]"),
            ("small-needs-id:\n        when: { kind: SMALL }", "{|PMG2016:small-needs-id|}:\n        when: { kind: absent }"),
            ("small-needs-id:\n        when: { kind: SMALL }", "{|PMG2016:small-needs-id|}:\n        when: { id: present }"),
            ("large-has-no-id:\n        when: { kind: [LARGE], note: absent }", "{|PMG2016:large-has-no-id|}:\n        when: { id: absent }"),
            ("gifts-are-small:\n        when: { gift: true }\n        allow: { kind: [SMALL] }", "{|PMG2016:gifts-are-small|}:\n        when: { gift: true }\n        allow: { kind: [SMALL, LARGE] }"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2016:one-extra|}:\n        at-least-one-of: [kind, extra]")),
        .. MalformedCase.Edits(
            "A rule that is always broken",
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2017:one-extra|}:\n        forbid: kind"),
            ("one-extra:\n        at-most-one-of: [extra, card.text]", "{|PMG2017:one-extra|}:\n        forbid: [id, kind]")),
    ];

    private static (string, string) Window(string windows) => ("confirmed-by: { id: ok }", $"customer: id\n    windows: {windows}");

    private static IEnumerable<MalformedCase> Unions =>
    [
        .. MalformedCase.Edits(
            "A union that cannot be told apart",
            ("content: { type: Content, by: kind,", "{|PMG2014:content|}: { type: Content,"),
            ("content: { type: Content, by: kind,", "{|PMG2014:content|}: { type: Content, by: id,"),
            ("content: { type: Content, by: kind,", "{|PMG2014:content|}: { type: list<Content>, by: kind,"),
            ("content: { type: Content, by: kind,", "{|PMG2011:content|}: { type: Content, by: knd,"),
            ("content: { type: Content, by: kind,", "{|PMG2014:content|}: { type: Content, {|PMG2001:By|}: kind,"),
            ("extra: { type: json,", "{|PMG2014:extra|}: { type: json, by: kind,"),
            ("card: { type: Card,", "{|PMG2014:card|}: { type: Card, by: kind,"),
            ("LARGE: json", "LARGE: json\n      {|PMG2012:HUGE|}: json"),
            ("LARGE: json", "LARGE: json\n      {|PMG2012:large|}: none"),
            ("  Content:\n    summary: What is ordered.\n    cases:\n      SMALL: Item\n      LARGE: json", "  {|PMG2013:Content|}:\n    summary: What is ordered.\n    cases:\n      SMALL: Item"),
            ("PlainCard: { summary: A plain card., members: {", "PlainCard: { summary: A plain card., members: { {|PMG2014:card_type|}: { type: string, summary: a },")),
        .. MalformedCase.Edits(
            "A union with content, or with values, that cannot be",
            ("  Card:\n    summary: A card.\n    discriminator: card_type", "  {|PMG2014:Card|}:\n    summary: A card.\n    content: body\n    discriminator: card_type"),
            ("  Content:\n    summary: What is ordered.", "  {|PMG2014:Content|}:\n    summary: What is ordered.\n    values: Kind"),
            ("  Content:\n    summary: What is ordered.", "  {|PMG2014:Content|}:\n    summary: What is ordered.\n    content: body"),
            ("discriminator: card_type", "discriminator: card_type\n    values: {|PMG2004:Knd|}"),
            ("discriminator: card_type", "discriminator: card_type\n    values: {|PMG2003:[Kind]|}"),
            ("discriminator: card_type", "discriminator: card_type\n    content: {|PMG2003:{ body: b }|}")),
        MalformedCase.Edit("A discriminator that is missing", "discriminator: card_type\n    ", "", "card: { type: Card", "{|PMG2014:card|}: { type: Card"),
        MalformedCase.Edit("A discriminator that is misspelt", "discriminator: card", "{|PMG2001:discriminater|}: card", "card: { type: Card", "{|PMG2014:card|}: { type: Card"),
        MalformedCase.Edit("A union without cases", "cases:\n      SMALL: Item\n      LARGE: json", "cases: {|PMG2003:{}|}", "  Content:\n", "  {|PMG2013:{|PMG2013:Content|}|}:\n"),
        MalformedCase.Edit("A shape that does not exist", "SMALL: Item", "SMALL: {|PMG2004:Itme|}"),
        MalformedCase.Edit("A shape that is no name", "SMALL: Item", "SMALL: {|PMG2003:[Item]|}"),
        MalformedCase.Edit("A shape of itself, chosen by a sibling", "SMALL: Item", "{|PMG2014:SMALL|}: Content"),
        MalformedCase.Edit("A shape of itself", "rich: RichCard", "{|PMG2014:rich|}: Card"),
        MalformedCase.Edit("A union in a union", "rich: RichCard", "{|PMG2014:rich|}: Content"),
        MalformedCase.Edit("A shape of two unions", "SMALL: Item", "{|PMG2014:SMALL|}: PlainCard"),
        MalformedCase.Edit("A shape that is absent", "rich: RichCard", "{|PMG2014:rich|}: none"),
        MalformedCase.Edit("A shape for two values", "rich: RichCard", "{|PMG2014:rich|}: PlainCard"),
        .. MalformedCase.Edits(
            "Something that nothing uses",
            ("  Page: {", "  {|PMG2019:Spare|}: { summary: a, members: { a: { type: string, summary: a } } }\n  Page: {"),
            ("  Page: {", "  {|PMG2019:Spare|}: { summary: a, discriminator: a, cases: { a: json } }\n  Page: {"),
            ("enums:\n", "enums:\n  {|PMG2019:Spare|}: { summary: a, members: { A: { summary: a } } }\n"),
            ("sources:\n", "sources:\n  {|PMG2031:spare|}: Another guide.\n")),
    ];

    private static IEnumerable<MalformedCase> Examples =>
    [
        .. BrokenBodies.Select(body => MalformedCase.Edit("An example that is not valid", Small, $"request: {{ {body} }}")),
        .. MalformedCase.Edits(
            "An example that is not what it says",
            (Small, "request: {|PMG2020:{ id: \"12\" }|}"),
            (Small, "request: {|PMG2020:{ kind: SMALL }|}"),
            (Small, "request: {|PMG2020:[]|}"),
            (Small, "request: {|PMG2020:text|}"),
            ("answer: { ok: true }", "answer: { ok: {|PMG2020:yes|} }"),
            ("answer: { ok: true }", "answer: {|PMG2020:[]|}"),
            ("platform: web", "breaks: {|PMG2021:count|}"),
            ("breaks: [count]", "breaks: [count, {|PMG2021:format|}]"),
            ("breaks: [count]", "breaks: {|PMG2021:cuont|}"),
            ("id: \"21\", tags: [a, b, c, d] }\n        breaks: [count]", "id: \"21\", tags: {|PMG2020:[a, b, c, d]|} }"),
            ("id: \"21\", tags: [a, b, c, d] }\n        breaks: [count]", "id: \"21\", tags: {|PMG2020:[a, b, c, d]|} }\n        {|PMG2001:break|}: [count]"),
            ("id: \"21\", tags: [a, b, c, d] }\n        breaks: [count]", "id: {|PMG2020:\"1\"|}, tags: [a, b, c, d] }\n        breaks: [count]"),
            ("    parameters:\n", "    examples: [{ summary: a, request: {|PMG2020:{ kind: SMALL }|} }]\n    parameters:\n"),
            ("    parameters:\n", "    examples: [{ summary: a, breaks: {|PMG2021:count|} }]\n    parameters:\n"),
            ("    parameters:\n", "    examples: [{|PMG2003:a|}]\n    parameters:\n")),
        MalformedCase.Edit("An example of a rule about no member", [.. ShowsSmallNeedsId, "when: { kind: SMALL }", "when: { {|PMG2011:knd|}: SMALL }"]),
        MalformedCase.Edit("An example of a rule about no value", [.. ShowsSmallNeedsId, "when: { kind: SMALL }", "when: { kind: {|PMG2012:small|} }"]),
        MalformedCase.Edit("An example of a rule without a demand", [.. ShowsSmallNeedsId, "require: [id]", "{|PMG2001:requires|}: [id]", "small-needs-id:\n", "{|PMG2015:small-needs-id|}:\n"]),
        MalformedCase.Edit("An example of a rule that is never broken", [.. ShowsSmallNeedsId, "small-needs-id:\n", "{|PMG2016:small-needs-id|}:\n", "require: [id]", "require: [kind]"]),
        MalformedCase.Edit("An example of a rule in an object without a name", [.. ShowsSmallNeedsId, "  Order:\n", "  {|PMG2005:order|}:\n", "body: Order", "body: order", "list<Order>", "list<order>"]),
        MalformedCase.Edit("An example of a rule in a list of rules", "breaks: [count]", "breaks: [count, tags-are-few]", "PlainCard: { summary: A plain card.,", "PlainCard: { summary: A plain card., rules: {|PMG2003:[tags-are-few]|},"),
        MalformedCase.Edit("An example of a rule that exists nowhere, beside one with a mistake", "breaks: [count]", "breaks: [count, {|PMG2021:tags-are-few|}]", "when: { kind: SMALL }", "when: { {|PMG2011:knd|}: SMALL }"),
        MalformedCase.Edit("An example of what a member would demand without its mistake", "max-count: 3", "{|PMG2001:max-cuont|}: 3"),
        MalformedCase.Edit("An example of what a type would demand that does not exist", "breaks: [count]", "breaks: [count, wrong-type]", "tags: [a, b, c, d]", "tags: [a, b, c, d], card: yes", "card: { type: Card", "card: { type: {|PMG2004:Cart|}"),
        MalformedCase.Edit("A sound example beside a rule that a mistake makes it break", Small, "request: { kind: SMALL, tags: [a] }", "when: { kind: SMALL }", "{|PMG2001:wen|}: { kind: LARGE }"),
        MalformedCase.Edit("An example that breaks more than a rule with a mistake", Small, "request: { kind: SMALL, tags: {|PMG2020:[]|} }\n        breaks: small-needs-id", "when: { kind: SMALL }", "when: { {|PMG2011:knd|}: SMALL }"),
    ];

    private static IEnumerable<MalformedCase> Operations =>
    [
        .. OddRequests
            .Select(request => MalformedCase.Edit("A request of the wrong form", Request, $"request: {{|PMG2005:{request}|}}\n")),
        .. MalformedCase.Edits(
            "A parameter that cannot be",
            (Request, "request: {|PMG2002:POST /{shop_id}/orders|}\n"),
            (Request, "request: {|PMG2002:{|PMG2002:POST /{shop_id}/{order_id}|}|}\n"),
            ("order_id: { type: string", "order_id: { type: {|PMG2005:list<string>|}"),
            ("order_id: { type: string", "order_id: { type: {|PMG2005:Order|}"),
            ("order_id: { type: string", "order_id: { type: {|PMG2005:json|}"),
            ("order_id: { type: string", "order_id: { type: {|PMG2005:Card|}"),
            ("limit: { type: integer", "limit: { list: {|PMG2010:json|}, type: integer"),
            ("limit: { type: integer", "limit: { list: {|PMG2005:comma|}, type: list<integer>"),
            ("limit: { type: integer", "limit: { list: {|PMG2010:commas|}, type: list<Order>"),
            ("limit: { type: integer", "limit: { max-length: {|PMG2010:1 byte|}, type: integer"),
            ("limit: { type: integer", "{|PMG2014:limit|}: { type: Content"),
            ("limit: { type: integer", "{|PMG2005:page_id|}: { type: string, summary: a }\n      limit: { type: integer"),
            ("    parameters:\n", "    body: {|PMG2005:Order|}\n    parameters:\n")),
        MalformedCase.Edit(
            "A part of a path without its parameter",
            "request: GET /{page_id}/orders/{order_id}", "request: {|PMG2002:GET /{page_id}/orders/{order_id}|}",
            "order_id: { type: string, summary: Which one. }\n      ", ""),
    ];
}
