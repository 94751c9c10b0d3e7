using System.Net;
using System.Net.Sockets;
using System.Text;
using PageMessagesGen.AspNetCore.Tests.Support;

namespace PageMessagesGen.AspNetCore.Tests;

/// <summary>How large a body can be.</summary>
public sealed class SizeTests
{
    private const int Limit = 100_000;

    private static readonly BotSetup Limited = new() { Options = options => options.MaxBodySize = Limit };

    [Theory]
    [InlineData(Limit, HttpStatusCode.OK)]
    [InlineData(Limit + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_length_is_limited(int length, HttpStatusCode expected)
    {
        await using var bot = await Bot.StartAsync(Limited);

        Assert.Equal(expected, await bot.PostAsync(BodyOf(length)));

        await AssertServesAsync(bot, expected);
    }

    [Theory]
    [InlineData(Limit, HttpStatusCode.OK)]
    [InlineData(Limit + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(20 * Limit, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_length_is_limited_even_if_it_is_not_announced(int length, HttpStatusCode expected)
    {
        await using var bot = await Bot.StartAsync(Limited);
        var body = BodyOf(length);
        using var content = new ChunkedContent(Encoding.UTF8.GetBytes(body));

        Assert.Equal(expected, await bot.PostAsync(content, Bot.Sign(body)));

        await AssertServesAsync(bot, expected);
    }

    [Fact]
    public async Task A_body_that_is_announced_as_too_large_is_refused_before_it_comes()
    {
        await using var bot = await Bot.StartAsync(Limited);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, bot.Http.BaseAddress!.Port);
        var stream = connection.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Limit + 1}\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync().WaitAsync(Bot.Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_is_4_MB()
    {
        await using var bot = await Bot.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(BodyOf(4 * 1024 * 1024)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await bot.PostAsync(BodyOf((4 * 1024 * 1024) + 1)));
    }

    [Fact]
    public async Task It_can_be_larger_than_the_limit_of_the_server()
    {
        const int Larger = 31_000_000;
        await using var bot = await Bot.StartAsync(new() { Options = options => options.MaxBodySize = Larger });

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(BodyOf(Larger)));
    }

    private static async Task AssertServesAsync(Bot bot, HttpStatusCode first)
    {
        var accepted = first == HttpStatusCode.OK ? 1 : 0;
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Bodies.Of(Bodies.Message("later"))));
        await bot.EndedAsync(accepted + 1);
        Assert.Equal(accepted + 1, bot.Handled.Count);
    }

    private static string BodyOf(int length)
    {
        var empty = Bodies.Of(Bodies.Message("m_1", text: ""));
        return Bodies.Of(Bodies.Message("m_1", text: new string('x', length - empty.Length)));
    }

    /// <summary>Content whose length is not known before it is written.</summary>
    private sealed class ChunkedContent(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            try
            {
                foreach (var part in bytes.Chunk(10_000))
                {
                    await stream.WriteAsync(part);
                    await stream.FlushAsync();
                }
            }
            catch (IOException)
            {
                // The server has responded and does not read on.
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
