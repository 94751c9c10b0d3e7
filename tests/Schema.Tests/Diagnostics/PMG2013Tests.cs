namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A union that says nothing of a value.</summary>
public sealed class PMG2013Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2013", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
