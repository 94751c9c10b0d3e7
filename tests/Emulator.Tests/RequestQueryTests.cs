using PageMessagesGen.Emulator.Http;

namespace PageMessagesGen.Emulator.Tests;

public sealed class RequestQueryTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("?a=1&b=x%20y+z", "a=1; b=x y z")]
    [InlineData("?a&&b=&=c", "a=; b=; =c")]
    [InlineData("?a=1&a=2&A=3", "a=1; a=2; A=3")]
    [InlineData("?a=b=c", "a=b=c")]
    [InlineData("?%61=%F0%9F%8D%95%ff%2", "a=🍕%ff%2")]
    public void A_query_is_taken_apart_in_its_order(string query, string parameters) =>
        Assert.Equal(parameters, string.Join("; ", RequestQuery.Parse(query).Parameters.Select(p => $"{p.Name}={p.Value}")));

    [Fact]
    public void What_belongs_to_the_transport_is_kept_apart()
    {
        var query = RequestQuery.Parse("?access_token=t&a=%31&appsecret_proof=p&access%5Ftoken=u%2B&b");

        Assert.Equal(["t", "u+"], query.AccessTokens);
        Assert.Equal(["a", "b"], query.Parameters.Select(p => p.Name));
        Assert.Equal("a=%31&b", query.Text);
    }
}
