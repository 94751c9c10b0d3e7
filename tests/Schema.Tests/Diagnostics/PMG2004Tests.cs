namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A type that the schema does not define.</summary>
public sealed class PMG2004Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2004", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
