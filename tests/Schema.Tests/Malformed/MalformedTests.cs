namespace PageMessagesGen.Schema.Tests.Malformed;

public class MalformedTests
{
    [Fact]
    public void The_complete_schema_is_without_fault() => Assert.Equal([], SchemaReader.Read(CompleteSchema.Text).Diagnostics.Select(d => d.ToString()));

    [Fact]
    public void There_are_at_least_250_malformed_schemas()
    {
        Assert.True(MalformedCases.All.Select(c => c.Read().Text).Distinct().Count() >= 250, $"There are {MalformedCases.All.Count}.");
        Assert.All(MalformedCases.All, c => Assert.NotEmpty(c.Read().Spans));
    }
}
