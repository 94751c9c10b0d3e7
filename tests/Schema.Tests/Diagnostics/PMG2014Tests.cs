namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A union that cannot be told apart.</summary>
public sealed class PMG2014Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2014", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
