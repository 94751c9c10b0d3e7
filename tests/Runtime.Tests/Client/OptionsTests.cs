using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class OptionsTests
{
    public static TheoryData<string?> BadTokens =>
    [
        (string?)null, "", " ", "a b", " a", "a ", "a\r\nX-Evil: 1", "a\n", "a\t", "a\0", "tökén", "a\u00a0b", "🔑", "a\u007f",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("12a")]
    [InlineData("12 ")]
    [InlineData("12\n")]
    [InlineData("-1")]
    [InlineData("１２")]
    [InlineData("ME")]
    [InlineData("me/..")]
    [InlineData("1/messages?x=")]
    [InlineData("../me")]
    [InlineData("123456789012345678901234567890123")]
    public void A_page_id_that_is_none_is_refused(string? pageId) =>
        AssertRefused(nameof(GraphApiOptions.PageId), o => o.PageId = pageId!);

    [Theory]
    [MemberData(nameof(BadTokens))]
    public void A_token_that_would_break_the_header_is_refused(string? token) =>
        AssertRefused(nameof(GraphApiOptions.AccessToken), o => o.AccessToken = token!);

    [Theory]
    [InlineData("")]
    [InlineData("26.0")]
    [InlineData("v26")]
    [InlineData("V26.0")]
    [InlineData("v26.0/")]
    [InlineData("v26.0\n")]
    [InlineData("v٢٦.0")]
    [InlineData("v26.0/../v1.0")]
    [InlineData("v1234.0")]
    public void A_version_that_is_none_is_refused(string version) =>
        AssertRefused(nameof(GraphApiOptions.Version), o => o.Version = version);

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(int.MaxValue + 1L)]
    public void A_time_limit_that_is_none_is_refused(long milliseconds) =>
        AssertRefused(nameof(GraphApiOptions.Timeout), o => o.Timeout = TimeSpan.FromMilliseconds(milliseconds));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void A_time_limit_may_be_short_long_or_infinite(long milliseconds)
    {
        using var http = new HttpClient();
        var options = Clients.Options(new Uri("http://127.0.0.1"));
        options.Timeout = TimeSpan.FromMilliseconds(milliseconds);

        Assert.NotNull(new PageMessagesClient(http, options));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graph.facebook.com")]
    [InlineData("/v26.0")]
    [InlineData("http://graph.facebook.com")]
    [InlineData("http://192.168.0.1")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://0.0.0.0")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///etc")]
    [InlineData("https://graph.facebook.com/v26.0")]
    [InlineData("https://graph.facebook.com//")]
    [InlineData("https://graph.facebook.com?a=1")]
    [InlineData("https://graph.facebook.com/#a")]
    [InlineData("https://somebody@graph.facebook.com")]
    [InlineData("https://somebody:secret@graph.facebook.com")]
    public void An_address_that_would_lead_the_token_astray_is_refused(string? address) =>
        AssertRefused(nameof(GraphApiOptions.BaseAddress), o => o.BaseAddress = address is null ? null! : new Uri(address, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("https://graph.facebook.com")]
    [InlineData("https://graph.instagram.com/")]
    [InlineData("https://proxy.example.com:8443")]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:5005/")]
    [InlineData("http://127.0.0.1:5005")]
    [InlineData("http://[::1]:5005")]
    public void Https_and_this_machine_are_accepted(string address)
    {
        using var http = new HttpClient();

        Assert.NotNull(Clients.For(new Uri(address), http));
    }

    [Theory]
    [InlineData("1", "x", "v1.0")]
    [InlineData("me", "EAAB|a.b-c_d~e+f/g=", null)]
    [InlineData("12345678901234567890123456789012", "!", "v999.999")]
    public void Values_at_the_edge_of_the_usual_are_accepted(string pageId, string token, string? version)
    {
        using var http = new HttpClient();

        Assert.NotNull(new PageMessagesClient(http, new GraphApiOptions { PageId = pageId, AccessToken = token, Version = version }));
    }

    [Fact]
    public void Nothing_is_set_but_the_address_of_the_Graph_API()
    {
        var options = new GraphApiOptions();

        Assert.Equal(new Uri("https://graph.facebook.com"), options.BaseAddress);
        Assert.Equal(("", "", (string?)null), (options.PageId, options.AccessToken, options.Version));
        AssertRefused(nameof(GraphApiOptions.PageId), o => o.PageId = options.PageId);
    }

    [Fact]
    public void Client_and_options_must_be_given()
    {
        using var http = new HttpClient();

        Assert.Equal("httpClient", Assert.Throws<ArgumentNullException>(() => new PageMessagesClient(null!, new GraphApiOptions())).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new PageMessagesClient(http, null!)).ParamName);
    }

    [Fact]
    public void The_token_in_the_wrong_option_is_not_shown()
    {
        AssertRefused(nameof(GraphApiOptions.PageId), o => (o.PageId, o.AccessToken) = (Clients.Canary, Clients.PageId));
        AssertRefused(nameof(GraphApiOptions.Version), o => o.Version = Clients.Canary);
        AssertRefused(nameof(GraphApiOptions.BaseAddress), o => o.BaseAddress = new Uri($"https://graph.facebook.com/?access_token={Clients.Canary}"));
        AssertRefused(nameof(GraphApiOptions.AccessToken), o => o.AccessToken = $"{Clients.Canary}\n");
    }

    private static void AssertRefused(string option, Action<GraphApiOptions> change)
    {
        using var http = new HttpClient();
        var options = Clients.Options(GraphApiOptions.DefaultBaseAddress);
        change(options);

        var exception = Assert.Throws<ArgumentException>(() => new PageMessagesClient(http, options));

        Assert.StartsWith($"{option} ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Clients.Canary, exception.ToString(), StringComparison.Ordinal);
    }
}
