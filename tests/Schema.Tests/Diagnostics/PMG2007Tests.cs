namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A default that is not one of the values.</summary>
public sealed class PMG2007Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2007", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
