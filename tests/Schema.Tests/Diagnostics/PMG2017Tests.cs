namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A rule that every request breaks.</summary>
public sealed class PMG2017Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2017", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
