using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A member that is required is missing.</summary>
public sealed class PMG3001Tests
{
    [Theory]
    [InlineData("""{|PMG3001:Kind = Kind.Tagged|}, Text = "a" """)]
    [InlineData("""Kind = Kind.Tagged, Tag = Tag.Good, Text = "a" """)]
    [InlineData("""{|PMG3001:Kind = Kind.Tagged|}, Tag = null, Text = "a" """)]
    [InlineData("""{|PMG3001:Kind = Kind.Loud|}, Payload = RawJson.Parse("{\"id\":\"x\"}")""")]
    [InlineData("""{|PMG3001:Kind = Kind.Loud|}, Payload = RawJson.Parse("{}")""")]
    [InlineData("""Kind = Kind.Loud, Payload = RawJson.Parse("{\"id\":\"A B\"}")""")]
    [InlineData("""Kind = Kind.Loud, Payload = RawJson.Parse("{\"id\":\"c\"}")""")]
    [InlineData("""{|PMG3001:Inner = new()|}""")]
    [InlineData("""Inner = new() { X = "x" }""")]
    [InlineData("""Text = "a", {|PMG3001:Parts = [null!]|}""")]
    public Task A_missing_member_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);

    [Fact]
    public Task Null_for_what_is_required_is_reported() => Toy.CheckBodyAsync("""
        _ = new Request { {|PMG3001:To = null!|}, Text = "a" };
        _ = new Request { {|PMG3001:To = default!|}, Text = "a" };
        """);
}
