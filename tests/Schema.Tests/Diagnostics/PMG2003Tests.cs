namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A mapping, a list or a text stands where another one belongs.</summary>
public sealed class PMG2003Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2003", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
