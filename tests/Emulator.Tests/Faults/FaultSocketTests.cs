using System.Net.Sockets;
using System.Text;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.Faults;

/// <summary>The faults of a connection, byte by byte.</summary>
public sealed class FaultSocketTests : EmulatorTest
{
    [Fact]
    public async Task A_closed_connection_has_an_end_and_no_bytes()
    {
        Emulator.Faults.Add(Fault.Closed());

        Assert.Equal("", await ExchangeAsync());
    }

    [Fact]
    public async Task A_reset_connection_has_no_end()
    {
        Emulator.Faults.Add(Fault.Reset());

        var exception = await Assert.ThrowsAsync<IOException>(ExchangeAsync);

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
    }

    [Fact]
    public async Task A_truncated_body_arrives_by_half_and_has_an_end()
    {
        Emulator.Faults.Add(Fault.Truncated());

        var parts = (await ExchangeAsync()).Split("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", parts[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"recipient_id\":", parts[1], StringComparison.Ordinal);
        var length = int.Parse(parts[0].Split("Content-Length: ")[1], null);
        Assert.Equal(length / 2, parts[1].Length);
    }

    [Fact]
    public async Task What_is_not_HTTP_arrives_as_it_is()
    {
        Emulator.Faults.Add(Fault.NotHttp());

        Assert.Equal("220 mail.example.com ESMTP ready\r\n", await ExchangeAsync());
    }

    // Sends a message, and reads to the end of the connection.
    private async Task<string> ExchangeAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Emulator.BaseAddress.Port);
        var body = Body("\"message\":{\"text\":\"a\"}");
        var head = $"POST /v26.0/me/messages HTTP/1.1\r\nHost: {Emulator.BaseAddress.Authority}\r\nAuthorization: Bearer {Emulator.AccessToken}\r\nContent-Length: {body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + body));
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
