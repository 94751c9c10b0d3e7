using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Tests.Cases;
using PageMessagesGen.Schema.Tests.Malformed;
using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests;

public class RuleTests
{
    private static readonly Dictionary<string, BrokenSchema> Broken =
        YamlCases.All.Concat(KeyCases.All).Concat(ValueCases.All).Concat(ExampleCases.All).Concat(PlainWordsCases.All).Concat(WebhookCases.All).ToDictionary(s => s.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_mistake_is_reported_where_it_is(string name) => Findings.AssertMatch(Broken[name].Marked, Broken[name].Messages);

    // Editors on Windows write these.
    [Theory]
    [MemberData(nameof(Names))]
    public void Each_mistake_is_reported_on_the_same_line_and_column_with_carriage_returns(string name)
    {
        var text = MarkedText.Parse(Broken[name].Marked).Text;

        Assert.Equal(PlacesIn(text), PlacesIn(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    // A hint ends in its question mark.
    [Fact]
    public void Messages_of_one_kind_end_alike()
    {
        var endings = Broken.Values
            .SelectMany(s => SchemaReader.Read(MarkedText.Parse(s.Marked).Text).Diagnostics)
            .Select(d => (d.Rule.Id, IsSentence: d.Message[^1] is '.' or '?'))
            .Distinct().OrderBy(e => e.Id, StringComparer.Ordinal).ToList();

        Assert.Equal(endings.Select(e => e.Id).Distinct(), endings.Select(e => e.Id));
    }

    [Fact]
    public void Each_rule_has_a_schema_that_breaks_it()
    {
        // Mistakes between files have tests of their own. Names in C#, schemas beside each other and settings are the generator's business, and so are its failures.
        SchemaDiagnosticDescriptor[] elsewhere = [SchemaDiagnosticDescriptors.ReservedName, SchemaDiagnosticDescriptors.SchemaClash, SchemaDiagnosticDescriptors.InvalidSetting, SchemaDiagnosticDescriptors.InternalError, SchemaDiagnosticDescriptors.CopyInOutputFolder];
        SchemaDiagnosticDescriptor[] ofFiles =
        [
            SchemaDiagnosticDescriptors.UnknownFile, SchemaDiagnosticDescriptors.AmbiguousFile, SchemaDiagnosticDescriptors.ExtendedOverlay,
            SchemaDiagnosticDescriptors.ConflictingOverlays, SchemaDiagnosticDescriptors.NothingToRemove, SchemaDiagnosticDescriptors.UseInCycle,
            SchemaDiagnosticDescriptors.NameOfUsedFile,
        ];
        var covered = Broken.Values.Select(s => s.Marked).Concat(MalformedCases.All.Select(c => c.Marked)).SelectMany(m => MarkedText.Parse(m).Spans).Select(s => s.Id).Distinct();

        Assert.Equal(SchemaDiagnosticDescriptors.All.Except(elsewhere).Except(ofFiles).Select(r => r.Id).Order(), covered.Order());
    }

    [Fact]
    public void Rules_have_ids_of_their_own_in_the_order_of_the_catalogue()
    {
        var ids = SchemaDiagnosticDescriptors.All.Select(r => r.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^PMG[129][0-9]{3}$", id));
        Assert.Equal(typeof(SchemaDiagnosticDescriptors).GetProperties().Count(p => p.PropertyType == typeof(SchemaDiagnosticDescriptor)), ids.Count);
    }

    [Fact]
    public void A_finding_reads_as_a_line_of_compiler_output() =>
        Assert.Equal(
            "(3,10): error PMG2005: 'shop' is not a name in PascalCase, such as QuickReply.",
            SchemaReader.Read(Parts.Whole.Replace("service: Shop", "service: shop", StringComparison.Ordinal)).Diagnostics.Single().ToString());

    private static IEnumerable<string> PlacesIn(string text) =>
        SchemaReader.Read(text).Diagnostics.Select(d => $"{d.Range.Start} {d.Rule.Id} {d.Message}");
}
