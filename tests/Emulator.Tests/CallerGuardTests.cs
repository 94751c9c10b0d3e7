using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests;

public sealed class CallerGuardTests : EmulatorTest
{
    [Theory]
    [InlineData("127.0.0.1:{port}", 200)]
    [InlineData("localhost:{port}", 200)]
    [InlineData("LocalHost:{port}", 200)]
    [InlineData("[::1]:{port}", 200)]
    [InlineData("attacker.example:{port}", 400)]
    [InlineData("127.0.0.1.attacker.example:{port}", 400)]
    [InlineData("localhost.attacker.example:{port}", 400)]
    [InlineData("127.0.0.2:{port}", 400)]
    [InlineData("0.0.0.0:{port}", 400)]
    [InlineData("127.0.0.1", 400)]
    [InlineData("127.0.0.1:1", 400)]
    [InlineData("localhost", 400)]
    public async Task Only_the_hosts_of_this_machine_are_answered(string host, int status)
    {
        foreach (var path in new[] { "v26.0/me/messages", "ledger", "" })
        {
            using var request = new HttpRequestMessage(path.Length > 10 ? HttpMethod.Post : HttpMethod.Get, path);
            request.Headers.Host = WithPort(host);

            Assert.Equal(status, await SendAsync(request));
        }

        Assert.Equal(status == 200 ? 1 : 0, Emulator.Ledger.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}", 200)]
    [InlineData("http://localhost:{port}", 200)]
    [InlineData("http://[::1]:{port}", 200)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    [InlineData("http://attacker.example", 403)]
    [InlineData("https://127.0.0.1:{port}", 403)]
    [InlineData("http://127.0.0.1", 403)]
    [InlineData("http://127.0.0.1:{port}0", 403)]
    [InlineData("http://127.0.0.1:{port}@attacker.example", 403)]
    [InlineData("http://127.0.0.1:{port},http://attacker.example", 403)]
    public async Task A_page_of_another_site_is_refused(string origin, int status)
    {
        foreach (var path in new[] { "v26.0/me/messages", "ledger" })
        {
            using var request = new HttpRequestMessage(path == "ledger" ? HttpMethod.Get : HttpMethod.Post, path);
            request.Headers.TryAddWithoutValidation("Origin", WithPort(origin));

            Assert.Equal(status, await SendAsync(request));
        }

        Assert.Equal(status == 200 ? 1 : 0, Emulator.Ledger.Count);
    }

    [Fact]
    public async Task A_request_without_a_host_is_refused()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Emulator.BaseAddress.Port);
        await client.GetStream().WriteAsync("GET /ledger HTTP/1.0\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);

        Assert.Contains(" 400 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    private string WithPort(string text) => text.Replace("{port}", $"{Emulator.BaseAddress.Port}", StringComparison.Ordinal);

    private async Task<int> SendAsync(HttpRequestMessage request)
    {
        using var http = new HttpClient { BaseAddress = Emulator.BaseAddress };
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new StringContent(Body("\"message\":{\"text\":\"a\"}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Emulator.AccessToken);
        }

        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
