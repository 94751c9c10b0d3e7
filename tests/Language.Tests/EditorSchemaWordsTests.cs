using PageMessagesGen.Language.Tests.Support;
using PageMessagesGen.Schema;
using PageMessagesGen.Schema.Diagnostics;

namespace PageMessagesGen.Language.Tests;

/// <summary>
/// Where a key chooses by a word, the editor's schema offers the words that the reader takes, and no others. Every text in
/// the reader's code and every word of the editor's schema is tried.
/// </summary>
public sealed class EditorSchemaWordsTests
{
    private const string NoWord = "no-such-word";
    private const string OneOf = "one of ";

    private static readonly IReadOnlyList<string> Candidates =
    [
        .. ReaderWords.All.Concat(EditorSchema.Words).Concat(["true", "false", "1", NoWord])
            .Where(IsPlain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private static readonly IReadOnlyList<(Level Level, string Key)> Places =
        [.. Level.All.SelectMany(level => EditorSchema.PropertyNames.Where(key => Knows(level, key)).Select(key => (level, key)))];

    [Fact]
    public void Both_take_the_same_words_for_every_choice()
    {
        var choices = Places.Select(p => (p.Level, p.Key, Words: ReaderChoice(p.Level, p.Key))).Where(c => c.Words.Length > 0).ToList();

        Assert.All(LongTests.Cases(choices, 4), choice =>
        {
            Assert.Equal(choice.Words.Order(StringComparer.Ordinal), Candidates.Where(w => EditorTakes(choice.Level, choice.Key, w)));
            Assert.Equal(choice.Words.Order(StringComparer.Ordinal), Candidates.Where(w => ReaderTakes(choice.Level, choice.Key, w)));
        });
        Assert.True(choices.Count > 15, $"There are {choices.Count} choices.");
    }

    [Fact]
    public void Every_word_that_the_editor_offers_is_one_of_a_choice_or_a_type_or_a_condition()
    {
        var known = Places.SelectMany(p => ReaderChoice(p.Level, p.Key))
            .Concat(Candidates.Where(w => ReaderTakesType("member", w)))
            .Concat(["none", "present", "absent"]);

        Assert.Empty(EditorSchema.Words.Except(known));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("parameter")]
    public void Both_take_the_same_words_for_a_type(string name)
    {
        var level = Level.All.Single(l => l.Name == name);
        var words = Candidates.Where(w => !char.IsUpper(w[0])).SelectMany(w => new[] { w, $"list<{w}>", $"list< {w} >", $"map<{w}>", $"list<map<{w}>>", $"map<list<map<list<{w}>>>>", $"list<list<list<list<list<{w}>>>>>" }).ToList();

        var reader = words.Where(w => ReaderTakesType(name, w)).ToList();
        var editor = words.Where(w => EditorSchema.Judge(level.With("type", Level.Quote(w))).Count == 0).ToList();

        Assert.Equal(reader, editor);
        Assert.Contains("string", reader);
    }

    [Fact]
    public void Both_take_the_same_words_for_a_case()
    {
        var level = Level.All.Single(l => l.Name == "union");
        var words = Candidates.Where(w => !char.IsUpper(w[0])).ToList();

        var reader = words.Where(w => SchemaReader.Read(Shape(w)).Diagnostics.Count == 0).ToList();
        var editor = words.Where(w => EditorSchema.Judge(Shape(w)).Count == 0).ToList();

        Assert.Equal(["json", "none"], reader);
        Assert.Equal(reader, editor);

        string Shape(string word) => level.With("cases", $"{{ ONE: {Level.Quote(word)} }}");
    }

    // A plain word is true, a number or text to an editor; whether it needs quotes is not in question here.
    private static bool IsPlain(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && word is not ("-" or "null");

    private static bool Knows(Level level, string key) =>
        level.Keys.Any(k => k.Key == key)
        || !EditorSchema.Judge(level.With(key, "x")).Any(f => f.Keyword == "additionalProperties" && f.Path == level.Path && f.Name == key);

    // The words that the reader names when it is given a wrong one; none if the key does not choose by a word.
    private static string[] ReaderChoice(Level level, string key)
    {
        var refusal = SchemaReader.Read(level.With(key, NoWord)).Diagnostics
            .FirstOrDefault(d => d.Rule == SchemaDiagnosticDescriptors.InvalidValue && d.Arguments[0] == NoWord && d.Arguments[1].StartsWith(OneOf, StringComparison.Ordinal));
        return refusal is null ? [] : refusal.Arguments[1][OneOf.Length..].Split(", ");
    }

    private static bool ReaderTakes(Level level, string key, string word) =>
        !SchemaReader.Read(level.With(key, word)).Diagnostics.Any(d => d.Rule == SchemaDiagnosticDescriptors.InvalidValue && d.Arguments[0] == word);

    private static bool EditorTakes(Level level, string key, string word) =>
        !EditorSchema.Judge(level.With(key, word)).Any(f => f.Path == $"{level.Path}/{key}");

    private static bool ReaderTakesType(string level, string word) =>
        SchemaReader.Read(Level.All.Single(l => l.Name == level).With("type", Level.Quote(word))).Diagnostics.Count == 0;
}
