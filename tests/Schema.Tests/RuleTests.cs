using PageMessagesGen.Schema.Diagnostics;
using PageMessagesGen.Schema.Tests.Cases;
using PageMessagesGen.Schema.Tests.Diagnostics;
using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests;

public class RuleTests
{
    private static readonly Dictionary<string, BrokenSchema> Broken = BrokenSchemas.All.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. Broken.Keys];

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

    // Names in C#, schemas beside each other, copies and settings are the generator's business, and so are its failures.
    [Fact]
    public void Each_id_has_a_class_of_tests()
    {
        SchemaDiagnosticDescriptor[] elsewhere = [SchemaDiagnosticDescriptors.ReservedName, SchemaDiagnosticDescriptors.SchemaClash, SchemaDiagnosticDescriptors.InvalidSetting, SchemaDiagnosticDescriptors.InternalError, SchemaDiagnosticDescriptors.CopyInOutputFolder];

        Assert.All(SchemaDiagnosticDescriptors.All.Except(elsewhere), rule => Assert.NotNull(typeof(Mistakes).Assembly.GetType($"{typeof(Mistakes).Namespace}.{rule.Id}Tests")));
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
