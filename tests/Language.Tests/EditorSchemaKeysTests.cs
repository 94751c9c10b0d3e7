using System.Text.Json;
using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Language.Tests;

/// <summary>
/// The editor's schema has the keys that the reader has, and no others. Both are asked: for each kind of mapping, every text
/// in the reader's code and every key of the editor's schema is tried as a key.
/// </summary>
public sealed class EditorSchemaKeysTests
{
    private static readonly IReadOnlyList<string> Candidates =
        [.. ReaderWords.All.Concat(EditorSchema.PropertyNames).Append("no-such-key").Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Levels => [.. Level.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_schema_with_the_needed_keys_alone_is_sound_for_both(string name)
    {
        var level = Level.All.Single(l => l.Name == name);

        Assert.Empty(SchemaReader.Read(level.Sound).Diagnostics);
        Assert.Empty(EditorSchema.Judge(level.Sound));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Both_know_the_same_keys(string name)
    {
        var level = Level.All.Single(l => l.Name == name);
        var candidates = Candidates.Where(c => level.Keys.All(k => k.Key != c)).ToList();

        var reader = candidates.Where(c => ReaderKnows(level, c)).ToList();
        var editor = candidates.Where(c => EditorKnows(level, c)).ToList();

        Assert.Equal(reader, editor);
        Assert.DoesNotContain("no-such-key", reader);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Both_need_the_same_keys(string name)
    {
        var level = Level.All.Single(l => l.Name == name);

        Assert.All(level.Keys, key =>
        {
            Assert.NotEmpty(SchemaReader.Read(level.Without(key.Key)).Diagnostics);
            Assert.NotEmpty(EditorSchema.Judge(level.Without(key.Key)));
        });
    }

    [Fact]
    public void Every_object_of_the_editors_schema_is_tried()
    {
        var closed = EditorSchema.Instance.All()
            .Count(s => s.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False);

        // And the one for files that extend others, which is tried by itself.
        Assert.Equal(Level.All.Count + 1, closed);
    }

    [Fact]
    public void Every_key_is_described()
    {
        var silent = EditorSchema.Instance.All()
            .Where(s => s.TryGetProperty("properties", out _))
            .SelectMany(s => s.GetProperty("properties").EnumerateObject())
            .Where(p => p.Value.ValueKind == JsonValueKind.Object && !p.Value.TryGetProperty("pattern", out _))
            .Where(p => EditorSchema.Description(p.Value).Length < 10)
            .Select(p => p.Name);

        Assert.Empty(silent);
    }

    private static bool ReaderKnows(Level level, string key) =>
        !SchemaReader.Read(level.With(key, "x")).Diagnostics.Any(d => d.Rule == SchemaDiagnosticDescriptors.UnknownKey && d.Arguments[0] == key);

    private static bool EditorKnows(Level level, string key) =>
        !EditorSchema.Judge(level.With(key, "x")).Any(f => f.Keyword == "additionalProperties" && f.Path == level.Path && f.Name == key);
}
