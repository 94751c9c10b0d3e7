namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>An example that does not break what it is said to break.</summary>
public sealed class PMG2021Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2021", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
