namespace PageMessagesGen.Schema.Tests.Cases;

/// <summary>Files that are not readable YAML, or use what the schema language leaves out.</summary>
internal static class YamlCases
{
    private const string NoAlias = "is not allowed in a schema.";

    public static IReadOnlyList<BrokenSchema> All { get; } =
    [
        new(
            "A bracket that stays open",
            "schema: {|PMG1001:[|}1\nservice: Shop\n",
            "The YAML cannot be read: The '[' is not closed properly."),
        new(
            "A brace that stays open",
            Parts.Head + "types:\n  Order: {|PMG1001:{|} summary: An order.\nenums:\n  Size: {}\n",
            "The YAML cannot be read: The '{' is not closed properly."),
        new(
            "The inner of two brackets that stay open",
            "types: { Order: {|PMG1001:[|}a, b\n",
            "The YAML cannot be read: The '[' is not closed properly."),
        new(
            "A brace that a bracket closes",
            "types: {|PMG1001:{|} Order: a ]\n",
            "The YAML cannot be read: The '{' is not closed properly."),
        new(
            "A double quote that stays open",
            "schema: 1\nservice: {|PMG1001:\"|}Shop\nversion: v26.0\n",
            "The YAML cannot be read: The quote is not closed, or the string continues in a line that is not indented enough."),
        new(
            "A single quote that stays open at the end",
            "service: {|PMG1001:'|}Shop",
            "The YAML cannot be read: The quote is not closed."),
        new(
            "A tab that indents",
            Parts.Head + "operations:\n{|PMG1001:\t|}order:\n",
            "The YAML cannot be read: This line is indented with a tab. Use spaces instead."),
        new(
            "A tab among the blanks that indent",
            Parts.Head + "types:\n  Order:\n  {|PMG1001:\t|}summary: An order.\n",
            "The YAML cannot be read: This line is indented with a tab. Use spaces instead."),
        new(
            "A line without a colon",
            "schema: 1\n{|PMG1001:s|}ervice Shop\nversion: v26.0\n",
            "The YAML cannot be read: This line needs a key that is followed by ': '."),
        new(
            "A line that is not indented enough",
            "types:\n    Order:\n        summary: An order.\n      {|PMG1001:m|}embers: {}\n",
            "The YAML cannot be read: The indentation of this line does not match any of the lines above that it could belong to."),
        new(
            "A colon in a text without quotes",
            "summary: It is so{|PMG1001::|} an order.\n",
            "The YAML cannot be read: A string that contains ': ' needs quotes."),
        new(
            "A text that begins with a sign of YAML",
            "summary: {|PMG1001:@|}order\n",
            "The YAML cannot be read: A string that begins with '@' needs quotes."),
        new(
            "An unknown escape",
            "summary: \"{|PMG1001:\\|}q\"\n",
            "The YAML cannot be read: '\\q' is not a valid escape sequence. A backslash inside double quotes is written twice."),
        new(
            "A character that YAML does not allow",
            Parts.Whole + "# a{|PMG1001:\0|}b\n",
            "The YAML cannot be read: The character U+0000 is not allowed."),
        new(
            "A file that begins with a character that YAML does not allow",
            "{|PMG1001:\0|}" + Parts.Whole,
            "The YAML cannot be read: The character U+0000 is not allowed."),

        new("A key that stands twice", Parts.Whole + "{|PMG1003:schema|}: 1\n", "Duplicate key 'schema' in this mapping; it is first used in line 1"),
        new(
            "A key that stands twice, once in quotes",
            Parts.WithMembers("a: { type: string, {|PMG1003:\"type\"|}: Size, summary: a }"),
            "Duplicate key 'type' in this mapping; it is first used in line 26"),

        new("An anchor", "schema: {|PMG1004:&one|} 1\n", $"The anchor &one {NoAlias} Remove it."),
        new("An anchor on a mapping", "types: {|PMG1004:&all|} { Order: {} }\n", $"The anchor &all {NoAlias} Remove it."),
        new("An alias", "schema: {|PMG1004:*one|}\n", $"The alias *one {NoAlias} Write the value out."),
        new("A tag", "schema: {|PMG1004:!!int|} 1\n", $"The tag tag:yaml.org,2002:int {NoAlias} Remove it."),
        new("An anchor behind a tag", "schema: !!int {|PMG1004:&one|} 1\n", $"The anchor &one {NoAlias} Remove it."),
        new("An anchor on nothing", "schema: {|PMG1004:&one|}\n", $"The anchor &one {NoAlias} Remove it."),
        new("A tag of one's own", "service: {|PMG1004:!shop|} Shop\n", $"The tag !shop {NoAlias} Remove it."),
        new("A second document", Parts.Whole + "{|PMG1004:---|}\nschema: 1\n", $"A second document {NoAlias} Use a separate file for each document."),
        new("A key that is a list", "? {|PMG1004:[a, b]|}\n: c\n", $"A key that is not a string {NoAlias} Use a plain word as the key."),

        new("A file without a character", "{|PMG1005:|}", "The schema file is empty; it must begin with 'schema: 1'"),
        new("A file of blanks", "{|PMG1005:|}  \n\n   \n", "The schema file is empty; it must begin with 'schema: 1'"),
        new("A file of comments", "{|PMG1005:|}# To do: orders.\n", "The schema file is empty; it must begin with 'schema: 1'"),
        new("A file of nothing but a byte order mark", "{|PMG1005:|}\uFEFF", "The schema file is empty; it must begin with 'schema: 1'"),
        new("A document without content", "{|PMG1005:|}---\n", "The schema file is empty; it must begin with 'schema: 1'"),
    ];
}
