using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

public sealed class CancellationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task A_caller_who_cancels_gets_a_cancellation_and_nothing_else(string beginning)
    {
        await using var server = new ScriptedServer(Answers.Stall(beginning));
        using var http = new HttpClient();
        using var cancel = new CancellationTokenSource();

        var sending = Clients.For(server.BaseAddress, http).SendAsync(Requests.Text, cancel.Token);
        while (server.Requests.Count == 0)
            await Task.Delay(10);
        await Task.Delay(100);
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Clients.Patience));
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        Assert.DoesNotContain(Clients.Canary, cancelled.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_once_the_caller_has_cancelled()
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        using var http = new HttpClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Clients.For(server.BaseAddress, http).SendAsync(Requests.Text, new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_HttpClient_that_drops_all_its_requests_is_no_cancellation_by_the_caller()
    {
        await using var server = new ScriptedServer(Answers.Stall());
        using var http = new HttpClient();

        var sending = Clients.For(server.BaseAddress, http).SendAsync(Requests.Text);
        while (server.Requests.Count == 0)
            await Task.Delay(10);
        http.CancelPendingRequests();

        var failure = await Assert.ThrowsAsync<GraphApiException>(() => sending.WaitAsync(Clients.Patience));
        Assert.StartsWith("The Graph API did not respond in time.", failure.Message, StringComparison.Ordinal);
    }
}
