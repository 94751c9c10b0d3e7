namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A rule that no request can break.</summary>
public sealed class PMG2016Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2016", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
