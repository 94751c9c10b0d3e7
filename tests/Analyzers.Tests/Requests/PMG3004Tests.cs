using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>Exactly one of several members must be set.</summary>
public sealed class PMG3004Tests
{
    [Fact]
    public Task None_is_reported_on_the_type_and_more_than_one_at_the_last() => Toy.CheckBodyAsync("""
        _ = new Request { To = {|PMG3004:new|}(), Text = "a" };
        _ = new Request { To = new() { Id = "1", {|PMG3004:Phone = "2"|} }, Text = "a" };
        """);
}
