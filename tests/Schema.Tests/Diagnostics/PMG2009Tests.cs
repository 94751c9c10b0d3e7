namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>Limits that nothing can keep.</summary>
public sealed class PMG2009Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2009", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
