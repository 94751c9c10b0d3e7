namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>A rule that is an error though no source states it.</summary>
public sealed class PMG2022Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG2022", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
