using PageMessagesGen.Analyzers.Tests.Support;
using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>What a schema says puts a rule right, for members and values that the default schema does not use it for.</summary>
public sealed class SchemaFixTests
{
    private const string Types = """
        #nullable enable
        using System.Text.Json.Serialization;
        using PageMessagesGen.Generated;
        using PageMessagesGen.Rules;

        [assembly: GeneratedRequests]

        namespace Shop;

        [GeneratedRequest]
        [Rule("signed-needs-tag", "require tag when kind: SIGNED", Severity = RuleSeverity.Error, Fix = "note: unsigned and kind: PLAIN")]
        [Rule("checked-needs-tag", "require tag when kind: CHECKED", Severity = RuleSeverity.Error, Fix = "kind: BY_HAND")]
        [Rule("flag-or-tag", "at-most-one-of flag, tag", Severity = RuleSeverity.Error)]
        public sealed partial record Order
        {
            [JsonPropertyName("kind")] public Kind? Kind { get; init; }
            [JsonPropertyName("tag")] public string? Tag { get; init; }
            [JsonPropertyName("note")] public string? Note { get; init; }
            [JsonPropertyName("flag")] public bool? Flag { get; init; }
        }

        public enum Kind
        {
            [SchemaName("PLAIN")] Plain = 1,
            [SchemaName("SIGNED")] Signed = 2,
            [SchemaName("CHECKED")] Checked = 3,
            [SchemaName("BY_HAND"), OnlyWhen("somebody signs it")] ByHand = 4,
        }
        """;

    [Fact]
    public Task A_text_is_set_where_there_is_none() => In("{|PMG3001:Kind = Kind.Signed|}").AssertFixesAsync(
        "set note: unsigned, set kind: PLAIN", Project("Kind = Kind.Plain, Note = \"unsigned\""));

    [Fact]
    public Task A_text_is_replaced_only_where_an_author_says_so() => In("{|PMG3001:Kind = Kind.Signed|}, Note = \"mine\"").AssertFixesOneByOneAsync(
        "one by one: set note: unsigned, set kind: PLAIN", Project("Kind = Kind.Plain, Note = \"unsigned\""));

    [Fact]
    public Task A_value_with_a_condition_is_set_only_where_an_author_says_so() => In("{|PMG3001:Kind = Kind.Checked|}").AssertFixesOneByOneAsync(
        "one by one: set kind: BY_HAND", Project("Kind = Kind.ByHand"));

    [Fact]
    public Task A_value_with_a_condition_comes_last_and_shows_it() => In("{|PMG3001:Kind = Kind.Checked|}").AssertOffersAsync(
        "PMG3001", "Remove Kind", "Set Tag to \"\"", "Set Kind to Kind.ByHand (only when somebody signs it)");

    [Fact]
    public Task One_of_two_members_is_kept_only_where_an_author_says_so() =>
        In("Flag = true, {|PMG3006:Tag = \"a\"|}").AssertFixesOneByOneAsync("one by one: keep tag", Project("Tag = \"a\""));

    private static RequestFixTest In(string members) => new(Project(members));

    private static GeneratorInput Project(string members) => PageMessagesProject.WithRuntime($$"""
        using Shop;

        class Code
        {
            object Run() => new Order { {{members}} };
        }

        """).WithSource("Types.cs", Types);
}
