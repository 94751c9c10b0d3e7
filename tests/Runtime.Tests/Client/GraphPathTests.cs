using PageMessagesGen.Generated;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class GraphPathTests
{
    [Fact]
    public void The_elements_of_a_list_are_separated_by_commas() =>
        Assert.Equal("/1/x?fields=id%2Cname", new GraphPath("/1/x").Query("fields", ["id", "name"]).ToString());

    [Theory]
    [InlineData("id,access_token")]
    [InlineData(",")]
    [InlineData(null)]
    public void An_element_that_would_be_read_as_two_is_refused(string? element)
    {
        var exception = Assert.Throws<ArgumentException>(() => new GraphPath("/1/x").Query("fields", ["id", element!]));

        Assert.StartsWith("An element of the list 'fields' is null or contains a comma", exception.Message, StringComparison.Ordinal);
    }
}
