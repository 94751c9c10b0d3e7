namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>The file holds nothing.</summary>
public sealed class PMG1005Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG1005", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
