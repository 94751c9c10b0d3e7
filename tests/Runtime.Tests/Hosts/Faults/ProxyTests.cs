using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>A proxy that opens no tunnel: it is asked for one, the message is not sent, and its password is not shown.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("bare", 407)]
    [InlineData("bare", 502)]
    [InlineData("retry appended", 407)]
    [InlineData("retry appended", 502)]
    [InlineData("other connections", 407)]
    [InlineData("other connections", 502)]
    public async Task Nothing_is_sent_through_a_proxy_that_refuses(string kind, int status)
    {
        await using var proxy = new RefusingProxy(status, "Proxy-Authenticate: Basic realm=\"proxy\"\r\n") { UserInfo = "clerk:pass-word" };
        await using var host = new Hosted(kind, proxy.Address, options => options.MaxAttempts = 2, proxy.Prepare);

        var thrown = await Assert.ThrowsAsync<GraphApiException>(() => host.Client.SendAsync(Requests.Text).WaitAsync(Clients.Patience));

        Assert.Equal(SendOutcome.NotSent, thrown.Outcome);
        Assert.Contains($"'{status}'", thrown.Message, StringComparison.Ordinal);
        Assert.NotEmpty(proxy.Asked);
        Assert.All(proxy.Asked, line => Assert.Equal("CONNECT graph.example.invalid:443 HTTP/1.1", line));
        Assert.DoesNotContain("pass-word", thrown.ToString(), StringComparison.Ordinal);
    }
}
