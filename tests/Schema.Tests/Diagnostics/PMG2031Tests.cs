namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A source that no fact names.</summary>
public sealed class PMG2031Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2031", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
