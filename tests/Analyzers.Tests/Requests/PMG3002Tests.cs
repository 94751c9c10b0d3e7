using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A member is not allowed here.</summary>
public sealed class PMG3002Tests
{
    [Theory]
    [InlineData("""Kind = Kind.Silent, {|PMG3002:Note = "n"|}, Text = "a" """)]
    [InlineData("""Kind = Kind.Plain, Note = "n", Text = "a" """)]
    public Task A_member_that_another_one_forbids_is_reported(string initializer) => Toy.CheckInitializerAsync(initializer);

    [Fact]
    public Task A_member_that_a_platform_refuses_is_reported_where_it_is_sent() => Toy.CheckBodyAsync("""
        client.Instagram.SendAsync(new() { To = new() { Id = "1" }, {|PMG3002:Parts = [new() { Icon = "i" }]|} });
        client.Messenger.SendAsync(new() { To = new() { Id = "1" }, Parts = [new() { Icon = "i" }] });
        """, "Client client");
}
