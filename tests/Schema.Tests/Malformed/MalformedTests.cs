using PageMessagesGen.TestKit.Markup;

namespace PageMessagesGen.Schema.Tests.Malformed;

public class MalformedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, string> Cases = MalformedCases.All.ToDictionary(c => c.Name, c => c.Marked, StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    [Fact]
    public void The_complete_schema_is_without_fault() => Assert.Equal([], SchemaReader.Read(CompleteSchema.Text).Diagnostics.Select(d => d.ToString()));

    [Fact]
    public void There_are_at_least_250_malformed_schemas()
    {
        Assert.True(Cases.Values.Select(m => MarkedText.Parse(m).Text).Distinct().Count() >= 250, $"There are {Cases.Count}.");
        Assert.All(Cases, c => Assert.NotEmpty(MarkedText.Parse(c.Value).Spans));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_malformed_schema_gives_what_is_marked_where_it_is_marked(string name)
    {
        var text = MarkedText.Parse(Cases[name]);

        var found = PatientReader.Read(text.Text, Patience, name).Diagnostics;

        Assert.Equal(
            text.Spans.Select(s => Line(s.Id, text.Text, s.Start, s.End)).Order(StringComparer.Ordinal),
            found.Select(d => Line(d.Rule.Id, text.Text, d.Range.Start.Index, d.Range.End.Index)).Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Null(Places.FaultOf(text.Text, d.Range)));
    }

    private static string Line(string id, string text, int start, int end) => $"{Places.At(text, start)}-{Places.At(text, end)} {id}";
}
