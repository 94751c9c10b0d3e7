namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A value that its key does not accept.</summary>
public sealed class PMG2005Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2005", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
