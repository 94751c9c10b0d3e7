namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A rule that does not say one thing.</summary>
public sealed class PMG2015Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2015", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
