namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A type that nothing uses.</summary>
public sealed class PMG2019Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2019", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
