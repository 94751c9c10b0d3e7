namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A key that has to be there is missing.</summary>
public sealed class PMG2002Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2002", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
