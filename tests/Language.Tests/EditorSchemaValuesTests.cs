using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Language.Tests;

/// <summary>Values that have a form are taken, and refused, by the editor's schema and the reader alike.</summary>
public sealed class EditorSchemaValuesTests
{
    // Kind of mapping, key, values that are taken, values that are refused.
    private static readonly (string Level, string Key, string[] Taken, string[] Refused)[] Values =
    [
        ("schema", "schema", ["1", "\"1\""], ["2", "one", ""]),
        ("schema", "namespace", ["Acme", "Acme.Shop_2"], ["2Acme", "Acme..Shop", "Acme Shop", ""]),
        ("schema", "service", ["Shop2"], ["shop", "Shop-2", "[Shop]", ""]),
        ("schema", "version", ["v26.0"], ["26.0", "v26", "V26.0", "v26.0.1"]),
        ("schema", "as-of", ["2026-02-28"], ["2026-13-01", "22.11.2026", "2026-1-1", "today"]),
        ("schema", "docs", ["https://example.com/docs", "\"\""], ["", "[a]", "{ a: b }"]),
        ("schema", "platforms", ["messenger", "[messenger, instagram]"], ["Messenger", "[a b]", "{ a: b }", ""]),
        ("schema", "uses", ["[ ]"], ["", "\"\"", "{ a: b }", "[[a]]"]),
        ("schema", "sources", ["{ guide: The guide. }"], ["{ Guide: The guide. }", "{ guide: }", "[guide]", "guide"]),
        ("schema", "enums", ["{ }"], ["[]", "{ Kind: [] }", "{ Kind: [{ A: b }] }", "{ Kind: [\"\"] }", "{ Kind: A }", "{ kind: { summary: s, members: { A: { summary: s } } } }"]),
        ("schema", "errors", ["{ 100/33: { name: Bad, summary: s, recovery: wait } }"], ["{ bad: { name: Bad, summary: s, recovery: wait } }"]),
        ("schema", "operations", [], ["{ }", "[a]", $"{{ a b: {{ summary: s, request: \"GET /a\", returns: Done }} }}"]),
        ("operation", "request", ["GET /a", "DELETE /a/b_2", "\"POST /{page_id}\""],
            ["PUT /a", "get /a", "GET a", "GET /A", "GET /a/", "\"GET /{Page}\"", ""]),
        ("operation", "body", ["Done"], ["done", "[Done]"]),
        ("operation", "parameters", ["{ loud: { type: boolean, summary: s } }", "{ a b: { type: Done } }"], ["[loud]", "{ loud: boolean }"]),
        ("operation", "examples", ["[ ]"], ["{ }", "x", "[ x ]"]),
        ("example", "answer", ["{ text: hi }"], []),
        ("parameter", "list", ["commas", "repeated", "json"], ["comma", "[commas]", "true"]),
        ("parameter", "required", ["true", "false", "\"true\""], ["yes", "1", "True please", "[true]"]),
        ("object", "members", ["{ }"], ["[a]", "{ \"\": { type: string, summary: s } }", "{ text: string }"]),
        ("object", "rules", ["{ }"], ["[]", "{ Two Words: { require: text, severity: error, because: s } }"]),
        ("member", "summary", ["s"], ["\"\"", "[s]", ""]),
        ("operation", "summary", ["s"], ["\"\"", "[s]", ""]),
        ("member", "name", ["Text2"], ["text", "2Text", "[Text]"]),
        ("member", "default", ["x", "5", "true", "\"\""], ["[x]", "{ a: b }", ""]),
        ("member", "min-length", ["1 character", "2 bytes"], ["under 2 characters", "1", "1 letter", "-1 characters"]),
        ("member", "max-length", ["1 character", "under 2000 characters", "1000 bytes"], ["2000", "less than 5 characters", "5  characters"]),
        ("member", "min-count", ["0", "3"], ["-1", "1.5", "many", "3000000000"]),
        ("member", "max-count", ["3", "\"3\""], ["-1", "1.5", "many", "3000000000"]),
        ("member", "min", ["-5", "0", "0.5"], ["1.2.3", "few"]),
        ("member", "max", ["5", "5.5", "\"5.5\""], ["few", "5 characters"]),
        ("member", "since", ["2026-02-28"], ["2026-02-32", "yesterday", "2026"]),
        ("member", "because", ["It was."], ["", "[a]"]),
        ("union", "cases", [], ["{ }", "{ ONE: [a] }", "{ ONE: done }"]),
        ("enum member", "wire", ["one", "two words", "5"], ["\"\"", "[a]"]),
        ("rule", "because", ["s"], ["", "[s]"]),
        ("rule", "when", ["{ text: present }", "{ text: absent }", "{ text: [a, b] }", "{ text: 5 }", "{ }"],
            ["{ text: [] }", "{ text: { a: b } }", "{ text: }", "[text]", "text"]),
        ("rule", "require", ["text", "[text]", "{ text: a }", "{ text: [a, b] }"], ["[]", "{ }", "{ text: [] }", "[[text]]", "\"\""]),
        ("limits of a rule", "max-length", ["5 characters"], ["5"]),
        ("error", "name", ["Bad2"], ["bad", "2Bad"]),
    ];

    public static TheoryData<string> Places => [.. Values.Select(v => $"{v.Level}/{v.Key}")];

    [Theory]
    [MemberData(nameof(Places))]
    public void Both_take_and_refuse_the_same_values(string place)
    {
        var (levelName, key, taken, refused) = Values.Single(v => $"{v.Level}/{v.Key}" == place);
        var level = Level.All.Single(l => l.Name == levelName);

        Assert.All(taken, value =>
        {
            Assert.DoesNotContain(SchemaReader.Read(level.With(key, value)).Diagnostics, IsInQuestion);
            Assert.Empty(EditorSchema.Judge(level.With(key, value)));
        });
        Assert.All(refused, value =>
        {
            Assert.Contains(SchemaReader.Read(level.With(key, value)).Diagnostics, IsInQuestion);
            Assert.NotEmpty(EditorSchema.Judge(level.With(key, value)));
        });
    }

    [Theory]
    [InlineData("{ severity: error, because: s }")]
    [InlineData("{ severity: error, because: s, require: text, forbid: text }")]
    [InlineData("{ severity: error, because: s, at-least-one-of: [text] }")]
    [InlineData("{ severity: error, because: s, at-most-one-of: text }")]
    [InlineData("{ severity: error, because: s, exactly-one-of: { text: a } }")]
    [InlineData("{ severity: error, because: s, forbid: [] }")]
    [InlineData("{ severity: error, because: s, allow: { } }")]
    [InlineData("{ severity: error, because: s, allow: [text] }")]
    [InlineData("{ severity: error, because: s, limit: { text: { } } }")]
    [InlineData("{ severity: error, because: s, limit: { text: 5 characters } }")]
    [InlineData("{ severity: error, because: s, require: text, answer: none }")]
    [InlineData("require text")]
    public void Both_refuse_a_rule_that_does_not_say_one_thing(string rule)
    {
        var schema = Level.All.Single(l => l.Name == "rule").Frame.Replace("@", rule, StringComparison.Ordinal);

        Assert.NotEmpty(SchemaReader.Read(schema).Diagnostics);
        Assert.NotEmpty(EditorSchema.Judge(schema));
    }

    [Fact]
    public void Both_refuse_a_GET_with_a_body()
    {
        var operation = Level.All.Single(l => l.Name == "operation");
        var schema = operation.With("body", "Done").Replace("POST", "GET", StringComparison.Ordinal);

        Assert.NotEmpty(SchemaReader.Read(schema).Diagnostics);
        Assert.NotEmpty(EditorSchema.Judge(schema));
        Assert.Empty(EditorSchema.Judge(operation.With("body", "Done")));
    }

    [Theory]
    [InlineData("just text")]
    [InlineData("[a, list]")]
    [InlineData("schema: 1")]
    [InlineData("openapi: 3.1.0\npaths: {}")]
    public void Both_refuse_what_is_no_schema_at_all(string text)
    {
        Assert.NotEmpty(SchemaReader.Read(text).Diagnostics);
        Assert.NotEmpty(EditorSchema.Judge(text));
    }

    // The type of the small schema's member fits some limits only, and nothing in it names a source. Neither is about the form of the values.
    private static bool IsInQuestion(SchemaDiagnostic diagnostic) =>
        diagnostic.Rule != SchemaDiagnosticDescriptors.LimitOnWrongType && diagnostic.Rule != SchemaDiagnosticDescriptors.UnusedSource;
}
