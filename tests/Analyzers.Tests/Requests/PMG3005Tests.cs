using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>At least one of several members must be set.</summary>
public sealed class PMG3005Tests
{
    [Fact]
    public Task None_is_reported_on_the_type() => Toy.CheckBodyAsync("""
        _ = new {|PMG3005:Request|} { To = new() { Id = "1" } };
        Request r = {|PMG3005:new|}() { To = new() { Id = "1" } };
        """);
}
