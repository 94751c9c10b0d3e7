namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>An example that breaks what it does not say that it breaks.</summary>
public sealed class PMG2020Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2020", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
