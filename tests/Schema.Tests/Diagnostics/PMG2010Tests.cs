namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A limit of another type.</summary>
public sealed class PMG2010Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2010", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
