namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A path to a member that does not exist.</summary>
public sealed class PMG2011Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2011", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
