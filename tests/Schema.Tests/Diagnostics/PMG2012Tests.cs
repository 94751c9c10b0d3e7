namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A value that a member cannot have.</summary>
public sealed class PMG2012Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2012", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
