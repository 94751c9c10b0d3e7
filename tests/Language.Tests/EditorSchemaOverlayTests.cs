using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Files;

namespace PageMessagesGen.Language.Tests;

/// <summary>The editor's schema and the reader agree on files that extend others.</summary>
public sealed class EditorSchemaOverlayTests
{
    private const string Extended = "greetings.endpoint.yaml";
    private const string Extends = $"extends: {Extended}\n";

    private static readonly IReadOnlyList<string> Candidates =
        [.. ReaderWords.All.Concat(EditorSchema.PropertyNames).Append("no-such-key").Where(k => k != "extends").Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Both_know_the_same_keys()
    {
        var reader = Candidates.Where(key => Findings($"{Extends}{Level.Quote(key)}: x\n").All(d => d.Rule != SchemaDiagnosticDescriptors.UnknownKey)).ToList();
        var editor = Candidates.Where(key => EditorSchema.Judge($"{Extends}{Level.Quote(key)}: x\n").All(f => f.Keyword != "additionalProperties")).ToList();

        Assert.Equal(reader, editor);
        Assert.Contains("enums", reader);
        Assert.DoesNotContain("no-such-key", reader);
    }

    [Theory]
    [InlineData("")]
    [InlineData("as-of: 2026-12-01\nversion: v27.0\ndocs:\n")]
    [InlineData("types: { Greeting: { members: { text:, mood: { type: string, summary: The mood. } } } }")]
    [InlineData("enums: { Mood: { summary: Moods., members: { GLAD: { summary: Glad. } } } }\ntypes: { Greeting: { members: { mood: { type: Mood, summary: The mood. } } } }")]
    public void Both_take_the_same_changes(string changes)
    {
        Assert.DoesNotContain(Findings(Extends + changes), d => d.Rule != SchemaDiagnosticDescriptors.NothingToRemove);
        Assert.Empty(EditorSchema.Judge(Extends + changes));
    }

    [Theory]
    [InlineData(Extends + "types: []")]
    [InlineData(Extends + "enums: none")]
    [InlineData(Extends + "operations: greet")]
    [InlineData(Extends + "version: [v26.0]")]
    [InlineData("extends: []")]
    [InlineData("extends:")]
    [InlineData("extends: \"\"")]
    public void Both_refuse_the_same_values(string text)
    {
        Assert.NotEmpty(Findings(text));
        Assert.NotEmpty(EditorSchema.Judge(text));
    }

    private static IEnumerable<SchemaDiagnostic> Findings(string overlay) =>
        SchemaGrouping.GroupAll([new SchemaFile(Extended, SmallSchema.Text), new SchemaFile("more.endpoint.yaml", overlay)])
            .SelectMany(group => SchemaReader.Read(group).Diagnostics);
}
