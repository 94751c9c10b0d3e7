using System.Net;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Tests.Support;

namespace PageMessagesGen.Emulator.Tests.Faults;

/// <summary>Each fault as an HttpClient sees it, before and after the delivery.</summary>
public sealed class FaultTests : EmulatorTest
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_closed_connection_ends_without_a_response(bool delivered)
    {
        await AddAsync(Fault.Closed(), delivered);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_connection_ends_without_a_response(bool delivered)
    {
        await AddAsync(Fault.Reset(), delivered);

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_truncated_body_is_shorter_than_its_length(bool delivered)
    {
        await AddAsync(Fault.Truncated(), delivered);

        using var response = await Http.SendAsync(Request(), HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();
        var part = new byte[response.Content.Headers.ContentLength!.Value];
        var exception = await Assert.ThrowsAsync<HttpIOException>(() => stream.ReadExactlyAsync(part).AsTask());

        Assert.Equal((HttpStatusCode.OK, HttpRequestError.ResponseEnded), (response.StatusCode, exception.HttpRequestError));
        Assert.Equal(((byte)'{', (byte)0), (part[0], part[^1]));
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stalled_body_never_ends(bool delivered)
    {
        await AddAsync(Fault.Stalled(), delivered);

        using var response = await Http.SendAsync(Request(), HttpCompletionOption.ResponseHeadersRead);
        using var stream = await response.Content.ReadAsStreamAsync();
        var part = new byte[response.Content.Headers.ContentLength!.Value];
        await stream.ReadExactlyAsync(part.AsMemory(0, part.Length / 2));
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<TaskCanceledException>(() => stream.ReadAsync(part, timeout.Token).AsTask());
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_that_are_not_HTTP_are_an_invalid_response(bool delivered)
    {
        await AddAsync(Fault.NotHttp(), delivered);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(HttpRequestError.InvalidResponse, exception.HttpRequestError);
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_oversized_body_is_valid_JSON_of_more_than_a_megabyte(bool delivered)
    {
        await AddAsync(Fault.Oversized(), delivered);

        var answer = await Caller.SendAsync(Text);

        Assert.True(answer.Text.Length > RequestBody.MostBytes);
        answer.AssertIsReply("recipient_id", "message_id");
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false, null, 307, "/redirected")]
    [InlineData(true, "https://graph.example/v26.0/me/messages", 302, "https://graph.example/v26.0/me/messages")]
    public async Task A_redirect_has_a_location_and_no_body(bool delivered, string? location, int status, string expected)
    {
        await AddAsync(Fault.Redirect(location is null ? null : new Uri(location), status), delivered);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);

        using var response = await http.SendAsync(Request());

        Assert.Equal((status, expected), ((int)response.StatusCode, response.Headers.Location!.ToString()));
        Assert.Equal(0, response.Content.Headers.ContentLength);
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false, 500)]
    [InlineData(true, 503)]
    public async Task A_server_error_is_no_error_of_Graph(bool delivered, int status)
    {
        await AddAsync(Fault.ServerError(status), delivered);

        using var response = await Http.SendAsync(Request());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<html>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false, 4, null, 400, "(#4) The app has made too many calls.")]
    [InlineData(false, 613, null, 429, "(#613) Calls to this API have exceeded the rate limit.")]
    [InlineData(false, 190, 463, 400, "(#190) The access token has expired.")]
    [InlineData(true, 1, 1357046, 500, "(#1) ")]
    [InlineData(true, 2, null, 503, "(#2) ")]
    [InlineData(true, 987654, 1, 400, "(#987654) The emulator was asked for this error.")]
    public async Task An_error_of_Graph_has_its_code_and_the_message_of_the_schema(bool delivered, int code, int? subcode, int status, string message)
    {
        await AddAsync(Fault.Error(code, subcode, status), delivered);

        var answer = await Caller.SendAsync(Text);

        Assert.Equal((status, code, subcode), (answer.Status, answer.Code, answer.Subcode));
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal(answer.TraceId, answer.Error["fbtrace_id"]!.GetValue<string>());
        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_without_a_message_id_confirms_nothing(bool delivered)
    {
        await AddAsync(Fault.WithoutMessageId(), delivered);

        (await Caller.SendAsync(Text)).AssertIsReply("recipient_id");

        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_stream_closes_the_connection_over_HTTP_1(bool delivered)
    {
        await AddAsync(Fault.RefusedStream(), delivered);

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        AssertDelivered(delivered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delay_is_followed_by_the_usual_response(bool afterDelivery)
    {
        Emulator.Faults.Add(Fault.Delayed(TimeSpan.FromMilliseconds(150)) with { AfterDelivery = afterDelivery });
        var start = TimeProvider.System.GetTimestamp();

        (await Caller.SendAsync(Text)).AssertIsReply("recipient_id", "message_id");

        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMilliseconds(140));
        Assert.Single(Emulator.Ledger);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_gives_up_during_a_delay_gets_nothing_delivered_unless_it_was_before(bool afterDelivery)
    {
        Emulator.Faults.Add(Fault.Delayed(Timeout.InfiniteTimeSpan) with { AfterDelivery = afterDelivery });
        using var giveUp = new CancellationTokenSource();
        var call = Http.SendAsync(Request(), giveUp.Token);
        while (Emulator.Faults.Occurred == 0)
            await Task.Delay(10);

        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => call);

        AssertDelivered(afterDelivery);
    }

    [Fact]
    public async Task A_fault_can_be_delayed_too()
    {
        Emulator.Faults.Add(Fault.Error(2) with { Delay = Timeout.InfiniteTimeSpan });
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<TaskCanceledException>(() => Http.SendAsync(Request(), timeout.Token));
    }

    [Fact]
    public async Task An_emulator_stops_while_calls_are_delayed_or_stalled()
    {
        Emulator.Faults.Add(Fault.Delayed(Long) with { Times = 1 });
        Emulator.Faults.Add(Fault.Stalled());
        var calls = new[] { SendAsync(), SendAsync() };
        while (Emulator.Faults.Occurred < 2)
            await Task.Delay(10);

        await Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        foreach (var call in calls)
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
    }

    private static string Text => Body("\"message\":{\"text\":\"a\"}");

    private HttpClient Http { get; } = new();

    private HttpRequestMessage Request() => new(HttpMethod.Post, new Uri(Emulator.BaseAddress, "v26.0/me/messages"))
    {
        Content = new StringContent(Text),
        Headers = { { "Authorization", $"Bearer {Emulator.AccessToken}" } },
    };

    private Task<HttpResponseMessage> SendAsync() => Http.SendAsync(Request());

    // A call of the usual kind goes first, so that a fault that is on a connection in use is seen as well.
    private async Task AddAsync(Fault fault, bool delivered)
    {
        (await SendAsync()).Dispose();
        Emulator.ClearLedger();
        Emulator.Faults.Add(fault with { AfterDelivery = delivered });
    }

    private void AssertDelivered(bool delivered)
    {
        Assert.Equal(delivered ? 1 : 0, Emulator.Ledger.Count);
        Assert.Equal(1, Emulator.Faults.Occurred);
    }
}
