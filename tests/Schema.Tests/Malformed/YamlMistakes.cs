namespace PageMessagesGen.Schema.Tests.Malformed;

/// <summary>What YAML is known to make trouble with.</summary>
internal static class YamlMistakes
{
    private const string Whole = CompleteSchema.Text;

    public static IEnumerable<MalformedCase> All { get; } =
    [
        .. MalformedCase.Edits(
            "YAML that is left out or broken",
            ("docs: https", "docs: {|PMG1004:&docs|} https"),
            ("docs: https", "docs: {|PMG1004:!!str|} https"),
            ("docs: https", "docs: {|PMG1004:!docs|} https"),
            ("schema: 1\n", "schema: {|PMG1004:*one|}\n"),
            ("sources:\n", "sources: {|PMG1004:&all|}\n"),
            ("sources:\n", "sources: {|PMG1004:!!map|}\n"),
            ("platforms: [web, phone]\nsources", "platforms: {|PMG1004:&p|} [web, phone]\nsources"),
            ("platforms: [web, phone]\nsources", "platforms: [{|PMG1004:&w|} web, *w, *w]\nsources"),
            ("docs: https", "{|PMG2001:<<|}: { docs: a }\ndocs: https"),
            ("summary: An order.", "summary: An order.\n    {|PMG2001:<<|}: Item"),
            ("extra: { type: json", "extra: { {|PMG2001:<<|}: { type: string }, type: json"),
            ("docs: https", "? {|PMG1004:[a, b]|}\n: c\ndocs: https"),
            ("docs: https", "? {|PMG1004:{ a: b }|}\n: c\ndocs: https"),
            ("platforms: [web, phone]\nsources", "platforms: {|PMG1001:[|}web, phone\nsources"),
            ("extra: { type: json, summary: Whatever else. }", "extra: {|PMG1001:{|} type: json, summary: Whatever else."),
            ("extra: { type: json, summary: Whatever else. }", "extra: {|PMG1001:{|} type: json, summary: Whatever else. ]"),
            ("summary: An order.", "summary: It is so{|PMG1001::|} an order."),
            ("summary: An order.", "summary: {|PMG1001:@|}order"),
            ("summary: An order.", "summary: {|PMG1001:`|}order`"),
            ("summary: An order.", "summary: \"{|PMG1001:\\|}q\""),
            ("summary: An order.", "summary: An order.{|PMG1001:\0|}"),
            ("summary: An order.", "summary: An {|PMG1001:\u0007|} order."),
            ("docs: https", "{|PMG1001:\t|}docs: https"),
            ("    body: Order", "  {|PMG1001:\t|}body: Order")),
        new("A second document behind a whole one", Whole + "{|PMG1004:---|}\nschema: 1\n"),
        new("A second document behind the end of the first", Whole + "...\n{|PMG1004:---|}\n" + Whole),
        new("An empty second document", Whole + "{|PMG1004:---|}\n"),
        new("Nothing", "{|PMG1005:|}"),
        new("A byte order mark and nothing else", "{|PMG1005:|}\uFEFF"),
        new("Blanks", "{|PMG1005:|} \n \n"),
        new("A comment", "{|PMG1005:|}# schema: 1\n"),
        new("An empty document", "{|PMG1005:|}---\n...\n"),
        new("An empty quoted text", "{|PMG1005:|}\"\"\n"),
        new("A byte order mark before a mistake", "\uFEFF{|PMG2001:zzz|}: 1\n" + Whole),
        new("A byte order mark in the middle", Whole.Replace("docs: https", "{|PMG2001:\uFEFFdocs|}: https", StringComparison.Ordinal)),
        new("Lone carriage returns", (Whole + "{|PMG2001:zzz|}: 1\n").Replace('\n', '\r')),
        new("Carriage returns and line feeds", (Whole + "{|PMG2001:zzz|}: 1\n").Replace("\n", "\r\n", StringComparison.Ordinal)),
        new("Next lines of Latin 1 in a comment", "# a\u0085{|PMG2001:zzz|}: 1\n" + Whole),
        new("A bomb of aliases", "a: {|PMG1004:&a|} [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"),
        new("A bomb of brackets", Whole + "zzz: " + new string('[', 64) + "{|PMG1002:|}[" + new string(']', 65) + "\n"),
        new("A quote that stays open", "schema: 1\nservice: {|PMG1001:'|}Shop"),
        new("A list", "{|PMG2003:- schema: 1|}\n"),
        new("A text", "{|PMG2003:schema|}\n"),
        new("A number", "{|PMG2003:1|}\n"),
        new("JSON with a key twice", "{|PMG2002:{|PMG2002:{|PMG2002:{|PMG2002:{|PMG2002:|}|}|}|}|}{ \"schema\": 1, {|PMG1003:\"schema\"|}: 1 }\n"),
        new("A schema of nothing but its first line", "{|PMG2002:{|PMG2002:{|PMG2002:{|PMG2002:{|PMG2002:|}|}|}|}|}schema: 1\n"),
        new("A key without a colon", "schema: 1\n{|PMG1001:s|}ervice Shop\nversion: v26.0\n"),
    ];
}
