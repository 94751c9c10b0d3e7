using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Text;

namespace PageMessagesGen.Schema.Tests;

/// <summary>A file is read at each keystroke, and may come from a package: what it costs is bounded.</summary>
public class LimitTests
{
    private const int MostCharacters = 4 * 1024 * 1024;

    // Far above what a read takes, far below what somebody at a keyboard would bear.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public void A_file_may_have_four_mebi_characters_and_no_more()
    {
        var padding = new string('#', MostCharacters - Parts.Whole.Length);

        Assert.Empty(SchemaReader.Read(Parts.Whole + padding).Diagnostics);
        var tooLarge = Assert.Single(SchemaReader.Read(Parts.Whole + padding + "#").Diagnostics);
        Assert.Equal((SchemaDiagnosticDescriptors.FileTooLarge, TextRange.FileStart), (tooLarge.Rule, tooLarge.Range));
        Assert.Equal("A schema file may have at most 4194304 characters; split it into several files", tooLarge.Message);
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_the_next_one_is_too_deep()
    {
        // The outermost mapping is level 0, and the value of "x" level 1.
        const string Key = "x: ";
        Assert.Contains(SchemaReader.Read(Parts.Whole + Key + Nested(64)).Diagnostics, d => d.Rule == SchemaDiagnosticDescriptors.UnknownKey);

        var text = Parts.Whole + Key + Nested(65);
        var tooDeep = Assert.Single(SchemaReader.Read(text).Diagnostics);
        Assert.Equal(SchemaDiagnosticDescriptors.FileTooLarge, tooDeep.Rule);
        Assert.Equal("A schema file may have at most 64 levels of nesting; split it into several files", tooDeep.Message);
        Assert.Equal(Parts.Whole.Length + Key.Length + 64, tooDeep.Range.Start.Index);
        Assert.Null(Places.FaultOf(text, tooDeep.Range));
    }

    [Fact]
    public void Two_hundred_thousand_nodes_are_read_and_the_next_one_is_too_many()
    {
        // The root, one key and the list itself are nodes as well.
        Assert.DoesNotContain(SchemaReader.Read(ListOf(200_000 - 3)).Diagnostics, d => d.Rule == SchemaDiagnosticDescriptors.FileTooLarge);

        var text = ListOf(200_000 - 2);
        var tooMany = Assert.Single(SchemaReader.Read(text).Diagnostics);
        Assert.Equal("A schema file may have at most 200000 nodes; split it into several files", tooMany.Message);
        Assert.Equal(text.LastIndexOf('a'), tooMany.Range.Start.Index);
    }

    [Fact]
    public void An_error_is_not_lost_for_a_hundred_warnings()
    {
        var types = string.Concat(Enumerable.Range(0, 150).Select(i => $"  Spare{i}: {{ summary: a, members: {{ a: {{ type: string, summary: a }} }} }}\n"));
        var text = Parts.Head + Parts.Operations + Parts.Types + types;

        Assert.All(SchemaReader.Read(text).Diagnostics, d => Assert.Equal("PMG2019", d.Rule.Id));
        Assert.Equal(["PMG2001"], SchemaReader.Read(text + "odd: 1\n").Diagnostics.Select(d => d.Rule.Id));
    }

    [Fact]
    public void A_file_that_is_wrong_everywhere_gives_a_hundred_findings() =>
        Assert.Equal(100, SchemaReader.Read(Parts.Whole + string.Concat(Enumerable.Range(0, 500).Select(i => $"key{i}: x\n"))).Diagnostics.Count);

    [Fact]
    public void Many_misspelt_types_among_many_types_do_not_stop_the_build()
    {
        const int Many = 4_000;
        var types = string.Concat(Enumerable.Range(0, Many).Select(i => $"Type{i:D7}: {{}}\n"));
        var members = string.Concat(Enumerable.Range(0, Many).Select(i => $"      m{i}: {{ type: Tpye{i:D7}, summary: a }}\n"));

        Assert.Equal(100, ReadSoon(Parts.WithTypes(types + "Large:\n  summary: a\n  members:\n") + members).Diagnostics.Count);
    }

    [Fact]
    public void Many_defaults_out_of_a_large_enum_do_not_stop_the_build()
    {
        const int Many = 8_000;
        var values = string.Concat(Enumerable.Range(0, Many).Select(i => $"      V{i}: {{ summary: a }}\n"));
        var members = string.Concat(Enumerable.Range(0, Many).Select(i => $"\nm{i}: {{ type: Large, summary: a, default: V{i} }}"));
        var enums = "  Large:\n    summary: a\n    members:\n" + values;

        Assert.Empty(ReadSoon(Parts.WithMembers(members).Replace("enums:\n", "enums:\n" + enums, StringComparison.Ordinal)).Diagnostics);
    }

    [Theory]
    [InlineData("list<", "string", ">")]
    [InlineData("[", "", "")]
    [InlineData("{ a: ", "", "")]
    [InlineData("- ", "", "")]
    [InlineData("? ", "", "")]
    [InlineData("a: ", "", "")]
    [InlineData("&a ", "", "")]
    [InlineData("!a ", "", "")]
    [InlineData("\"", "", "")]
    [InlineData("a\n ", "", "")]
    [InlineData("#\n", "", "")]
    [InlineData("%a\n", "", "")]
    [InlineData("\u2028", "", "")]
    public void Twenty_thousand_of_a_kind_are_no_burden(string before, string core, string after)
    {
        var value = string.Concat(Enumerable.Repeat(before, 20_000)) + core + string.Concat(Enumerable.Repeat(after, 20_000));
        var text = Parts.WithMembers("a:\n  summary: a\n  type: ")[..^1] + value;

        // One mistake, be it ever so large, is one finding.
        Assert.Null(Places.FaultOf(text, Assert.Single(ReadSoon(text).Diagnostics).Range));
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels) + "\n";

    private static string ListOf(int items) => "x: [" + string.Concat(Enumerable.Repeat("a,", items)) + "]\n";

    private static SchemaReadResult ReadSoon(string text) => PatientReader.Read(text, Patience, "The read");
}
