using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A list has too many elements, or too few.</summary>
public sealed class PMG3008Tests
{
    [Theory]
    [InlineData("""{|PMG3008:Parts = []|}""")]
    [InlineData("""{|PMG3008:Parts = [new() { Icon = "star" }, new() { Icon = "SUN" }]|}""")]
    [InlineData("""{|PMG3008:Parts = [new() { Icon = "star" }, new() { Icon = b ? "moon" : null }, new() { Icon = b ? "star" : "sun" }]|}""")]
    [InlineData("""Parts = [new() { Icon = "star" }, new() { Icon = b ? "star" : "moon" }]""")]
    [InlineData("""Parts = [new() { Icon = "star" }, new() { Icon = "moon" }, new()]""")]
    public Task A_list_beyond_its_limit_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);
}
