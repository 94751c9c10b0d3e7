using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>At most one of several members can be set.</summary>
public sealed class PMG3006Tests
{
    [Theory]
    [InlineData("""Text = "a", {|PMG3006:Payload = RawJson.Parse("{}")|}""")]
    [InlineData("""Payload = RawJson.Parse("null"), Text = "a" """)]
    public Task The_second_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);
}
