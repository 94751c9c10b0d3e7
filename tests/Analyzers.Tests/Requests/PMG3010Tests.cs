using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

/// <summary>A member or a value does not exist on a platform.</summary>
public sealed class PMG3010Tests
{
    [Fact]
    public Task What_does_not_exist_on_a_platform_is_reported_where_it_is_sent() => Toy.CheckBodyAsync("""
        client.SendAsync(new Request { To = new() { Id = "1" }, Text = "a", Note = "n" });
        client.Messenger.SendAsync(new Request { To = new() { Id = "1" }, Text = "a", Note = "n" });
        client.Instagram.SendAsync(new Request { To = new() { Id = "1" }, Text = "a", {|PMG3010:Note = "n"|} });
        client.Instagram.SendAsync(new() { To = new() { Id = "1" }, Text = "a", Kind = Kind.Tagged, {|PMG3010:Tag = Tag.Elsewhere|} });
        client.Instagram.SendAsync(new() { To = new() { Id = "1" }, Text = "a", {|PMG3010:Tags = [Tag.Good, Tag.Elsewhere]|} });
        """, "Client client");

    [Fact]
    public Task A_platform_and_a_request_are_followed_through_locals() => Toy.CheckBodyAsync("""
        var instagram = client.Instagram;
        var request = new Request { To = new() { Id = "1" }, Text = "a", Note = "n" };
        instagram.SendAsync({|PMG3010:request|});
        client.SendAsync(request);
        """, "Client client");
}
