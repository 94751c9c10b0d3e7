namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>Dates that contradict each other.</summary>
public sealed class PMG2018Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2018", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
