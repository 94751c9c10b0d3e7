namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>What stops the parser, and what is said of it in plain words.</summary>
internal static class PlainWordsCases
{
    private const string NotRead = "The YAML cannot be read:";
    private const string Colon = $"{NotRead} A string that contains ': ' needs quotes.";
    private const string ColonOrKey = $"{Colon} If this is a key, check its indentation and the line above.";
    private const string ColonOrComma = $"{Colon} If this is another key, a ',' is missing before it.";
    private const string TooManyColons = $"{NotRead} Invalid character ':'. A string that contains ': ' needs quotes around all of it.";
    private const string SingleQuote = $"{NotRead} The quoted string ends before this. A ' inside single quotes is written twice.";
    private const string DoubleQuote = $"{NotRead} The quoted string ends before this. A \" inside double quotes is written \\\".";
    private const string OpenQuote = $"{NotRead} The quote is not closed.";
    private const string Backslash = "A backslash inside double quotes is written twice.";
    private const string NoKey = $"{NotRead} This line needs a key that is followed by ': '.";
    private const string OtherIndent = $"{NotRead} The indentation of this line does not match any of the lines above that it could belong to.";
    private const string NoElement = $"{NotRead} This line is not an element of the list above it. An element begins with '- '.";
    private const string BlockText = $"{NotRead} The string after '|' or '>' must begin in the next line. A string that begins with one of these characters needs quotes.";
    private const string ManyBlanks = $"{NotRead} An empty line above has more spaces than the string below it. Remove them.";
    private const string Directive = $"{NotRead} Directives (%) are not supported. A string that begins with '%' needs quotes.";
    private const string Reference = $"{NotRead} Anchors (&), aliases (*) and tags (!) are not supported. A string that begins with one of these characters needs quotes.";

    // The text, with the mark of the one mistake, and the message.
    private static readonly (string Marked, string Message)[] Texts =
    [
        ("types:\n  Note:\n    summary: Adds{|PMG1001::|} a note\n    members: {}\n", Colon),
        ("- summary: a{|PMG1001::|} b\n", Colon),
        ("summary: Adds{|PMG1001::|}\n", $"{NotRead} A string that ends with ':' needs quotes."),
        ("summary: one\n  two{|PMG1001::|} three\n", ColonOrKey),
        ("a:\n b: c\n  d{|PMG1001::|} e\n", ColonOrKey),
        ("service Shop\nversion{|PMG1001::|} v26.0\n", ColonOrKey),
        ("id: { type: string, summary: Adds{|PMG1001::|} a note }\n", ColonOrComma),
        ("id: { type: string summary{|PMG1001::|} a }\n", ColonOrComma),
        ("id: [a: b{|PMG1001::|} c]\n", ColonOrComma),
        ("id: {|PMG1001:{|} type: string,\ntext: { summary: Adds: a note }\n", $"{NotRead} The '{{' is not closed properly."),
        ("summary: 'Adds'{|PMG1001::|} a note\n", TooManyColons),
        ("summary: [a]{|PMG1001::|} b\n", TooManyColons),
        ("summary: {|PMG1001::|} a\n", TooManyColons),

        ("summary: {|PMG1001:`|}a`\n", $"{NotRead} A string that begins with '`' needs quotes."),
        ("summary: {|PMG1001:%|} of all\n", $"{NotRead} A string that begins with '%' needs quotes."),
        ("id: { type: string, summary: {|PMG1001:@|}all }\n", $"{NotRead} A string that begins with '@' needs quotes."),
        ("summary: {|PMG1001:}|}\n", $"{NotRead} Invalid character '}}'. A string that begins with it needs quotes."),
        ("summary: a\n{|PMG1001:]|}\n", $"{NotRead} Invalid character ']'. A string that begins with it needs quotes."),
        ("summary: {|PMG1001:,|} a\n", $"{NotRead} Invalid character ','. A string that begins with it needs quotes."),
        ("summary: {|PMG1001:-|} a\n", $"{NotRead} A list must begin on its own line. A string that begins with '- ' needs quotes."),
        ("summary: {|PMG1001:?|} a\n", $"{NotRead} A string that begins with '? ' needs quotes."),
        ("summary: {page_id} {|PMG1001:i|}s given\n", $"{NotRead} The brackets end with the '}}' before this. A string that begins with a bracket needs quotes."),
        ("id: { type: string }{|PMG1001:}|}\n", $"{NotRead} The brackets end with the '}}' before this. A string that begins with a bracket needs quotes."),
        ("summary: [a{|PMG1001:]|}# b\n", $"{NotRead} A comment needs a space before its '#'."),
        ("summary: \"a\"{|PMG1001:#|} b\n", $"{NotRead} A comment needs a space before its '#'."),

        ("summary: 'It'{|PMG1001:s|} so'\n", SingleQuote),
        ("summary: \"An \"{|PMG1001:o|}rder\"\"\n", DoubleQuote),
        ("- 'It'{|PMG1001:s|} so'\n", SingleQuote),
        ("id: { summary: 'It'{|PMG1001:s|} so' }\n", $"{SingleQuote} If this is another entry, a ',' is missing before it."),
        ("id: { type: \"string\" {|PMG1001:s|}ummary: a }\n", $"{DoubleQuote} If this is another entry, a ',' is missing before it."),
        ("id: { type: string, summary: {|PMG1001:\"|}a }\n", OpenQuote),
        ("summary: {|PMG1001:'|}a\n---\nb: c\n", OpenQuote),
        ("summary: {|PMG1001:\"|}a\\", OpenQuote),
        ("summary: \"a \\\" \\\\ \\ud83d\\ude00 C:{|PMG1001:\\|}dir\"\n", $"{NotRead} '\\d' is not a valid escape sequence. {Backslash}"),
        ("id: { summary: \"a{|PMG1001:\\|}q\" }\n", $"{NotRead} '\\q' is not a valid escape sequence. {Backslash}"),
        ("summary: \"a\n  b {|PMG1001:\\|}x4\"\n", $"{NotRead} '\\x' needs 2 hexadecimal digits. {Backslash}"),
        ("summary: \"{|PMG1001:\\|}u12\"\n", $"{NotRead} '\\u' needs 4 hexadecimal digits. {Backslash}"),
        ("summary: \"{|PMG1001:\\|}ud83d\"\n", $"{NotRead} '\\ud83d' is not a character. {Backslash}"),
        ("summary: \"{|PMG1001:\\|}ude00\"\n", $"{NotRead} '\\ude00' is not a character. {Backslash}"),
        ("summary: \"{|PMG1001:\\|}ud83d\\u0041\"\n", $"{NotRead} '\\ud83d' is not a character. {Backslash}"),
        ("summary: \"{|PMG1001:\\|}U00110000\"\n", $"{NotRead} '\\U00110000' is not a character. {Backslash}"),
        ("summary: \"{|PMG1001:\\|}U99999999\"\n", $"{NotRead} '\\U99999999' is not a character. {Backslash}"),

        ("summary: a\n{|PMG1001:b|}:c\n", NoKey),
        ("summary: a # b\n  {|PMG1001:c|}\n", NoKey),
        ("summary: a\n{|PMG1001:-|} b\n", $"{NotRead} Invalid list: another key of the mapping above is required here."),
        ("  summary: a\n{|PMG1001:b|}: c\n", OtherIndent),
        ("- a\n{|PMG1001:b|}: c\n", NoElement),
        ("a:\n - b\n {|PMG1001:c|}: d\n", NoElement),
        ("summary: {|PMG1001:>|} a\n", BlockText),
        ("summary: {|PMG1001:||}-a\n", BlockText),
        ("summary: {|PMG1001:||}0\n  a\n", BlockText),
        ("summary: |\n    \n{|PMG1001: |} a\n", ManyBlanks),
        ("summary: >\n    \n{|PMG1001: |} a\n", ManyBlanks),

        ("a: b\n{|PMG1001:.|}.. c\n", $"{NotRead} Invalid content after '...'."),
        ("a: b\n{|PMG1001:%|}c: d\n", Directive),
        ("{|PMG1001:%|} a\n", Directive),
        ("{|PMG1001:%|}YAML 2.0\n---\na: b\n", Directive),
        ("%YAML 1.2\na{|PMG1001::|} b\n", Directive),
        ("a: {|PMG1001:&|} b\n", Reference),
        ("a: {|PMG1001:*|} b\n", Reference),
        ("a: &b {|PMG1001:&|}c d\n", Reference),
        ("a: {|PMG1001:&|}b - c\n", Reference),
        ("a: {|PMG1001:!|}e!b c\n", Reference),
        ("a: {|PMG1001:!|}\"b\" c\n", Reference),
    ];

    public static IReadOnlyList<BrokenSchema> All { get; } = [.. Texts.Select(t => new BrokenSchema(t.Marked, t.Marked, t.Message))];
}
