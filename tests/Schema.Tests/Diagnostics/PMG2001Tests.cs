namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A key that the schema language does not know.</summary>
public sealed class PMG2001Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2001", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
