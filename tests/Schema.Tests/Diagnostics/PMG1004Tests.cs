namespace PageMessagesGen.Schema.Tests.Diagnostics;

/// <summary>The file uses a part of YAML that the schema language leaves out.</summary>
public sealed class PMG1004Tests
{
    [Theory]
    [MemberData(nameof(Mistakes.Of), "PMG1004", MemberType = typeof(Mistakes))]
    public void It_is_reported_where_it_is(string mistake) => Mistakes.AssertReported(mistake);
}
