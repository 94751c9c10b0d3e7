namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A key stands twice in one mapping.</summary>
public sealed class PMG1003Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG1003", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
