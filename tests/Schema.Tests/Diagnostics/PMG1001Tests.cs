namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>The file is not YAML.</summary>
public sealed class PMG1001Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG1001", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
