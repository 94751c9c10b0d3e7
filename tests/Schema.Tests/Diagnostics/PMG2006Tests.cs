namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>Two things have one name.</summary>
public sealed class PMG2006Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2006", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
