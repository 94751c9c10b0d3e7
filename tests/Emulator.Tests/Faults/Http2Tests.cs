using System.Net;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.Faults;

/// <summary>HTTP/2 without TLS, and the faults that it has of its own.</summary>
public sealed class Http2Tests : EmulatorTest
{
    protected override GraphEmulatorOptions Options => new() { Http2 = true };

    [Fact]
    public async Task Many_calls_share_a_connection()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var response = await SendAsync();
            return (response.StatusCode, response.Version);
        }));

        Assert.All(versions, v => Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), v));
        Assert.Equal(50, Emulator.Ledger.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_stream_is_told_by_its_code_and_other_calls_go_on(bool delivered)
    {
        Emulator.Faults.Add(Fault.RefusedStream() with { AfterDelivery = delivered });

        // HttpClient retries a refused stream a few times.
        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(7, Assert.IsType<HttpProtocolException>(exception.InnerException).ErrorCode);
        Assert.Equal(delivered ? Emulator.Faults.Occurred : 0, Emulator.Ledger.Count);
        Emulator.Faults.Clear();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync()).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_truncated_body_ends_with_a_reset_stream(bool delivered)
    {
        Emulator.Faults.Add(Fault.Truncated() with { AfterDelivery = delivered });

        using var response = await Http.SendAsync(Request(), HttpCompletionOption.ResponseHeadersRead);
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());

        Assert.Equal(2, Assert.IsType<HttpProtocolException>(exception.InnerException).ErrorCode);
        Assert.Equal(delivered ? 1 : 0, Emulator.Ledger.Count);
    }

    public static TheoryData<string> ConnectionFaults => ["closed", "reset", "not_http"];

    [Theory]
    [MemberData(nameof(ConnectionFaults))]
    public async Task A_fault_of_the_connection_is_one_of_the_call(string name)
    {
        Emulator.Faults.Add((name switch { "closed" => Fault.Closed(), "reset" => Fault.Reset(), _ => Fault.NotHttp() }) with { AfterDelivery = true });

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Single(Emulator.Ledger);
    }

    [Fact]
    public async Task Other_faults_are_as_over_HTTP_1()
    {
        Emulator.Faults.Add(Fault.Error(613, status: 429) with { Times = 1 });
        Emulator.Faults.Add(Fault.ServerError(502) with { Times = 1 });
        Emulator.Faults.Add(Fault.Oversized() with { Times = 1 });

        Assert.Equal(429, (int)(await SendAsync()).StatusCode);
        Assert.Equal(502, (int)(await SendAsync()).StatusCode);
        Assert.True((await SendAsync()).Content.Headers.ContentLength > 1024 * 1024);
    }

    [Fact]
    public async Task The_guard_reads_the_authority()
    {
        using var request = Request();
        request.Headers.Host = "attacker.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task HTTP_1_is_not_spoken()
    {
        using var http = new HttpClient();

        Assert.NotEqual(HttpStatusCode.OK, await TryAsync());

        async Task<HttpStatusCode?> TryAsync()
        {
            try
            {
                return (await http.GetAsync(new Uri(Emulator.BaseAddress, "ledger"))).StatusCode;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    private HttpClient Http { get; } = new();

    private HttpRequestMessage Request() => new(HttpMethod.Post, new Uri(Emulator.BaseAddress, "v26.0/me/messages"))
    {
        Version = HttpVersion.Version20,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = new StringContent(Body("\"message\":{\"text\":\"a\"}")),
        Headers = { { "Authorization", $"Bearer {Emulator.AccessToken}" } },
    };

    private Task<HttpResponseMessage> SendAsync() => Http.SendAsync(Request());
}
