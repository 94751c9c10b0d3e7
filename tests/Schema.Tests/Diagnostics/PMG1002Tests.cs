namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>The file is larger than a schema may be.</summary>
public sealed class PMG1002Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG1002", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
