using System.Text;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>A host that sends <c>Expect: 100-continue</c>: the body waits for the server, or for its own patience.</summary>
public sealed class ExpectationTests
{
    public static TheoryData<string> Kinds => Hosted.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_server_that_never_says_continue_gets_the_message_once(string kind)
    {
        await using var server = new ScriptedServer(Answers.Json(200, Answers.Accepted));
        await using var host = new Hosted(kind, server.BaseAddress, http: Expect);

        Assert.Equal("Sent", await host.TellAsync(Requests.Text));

        Assert.Equal(["100-continue"], Assert.Single(server.Requests).Values("Expect"));
    }

    // A connection sends a short body although the server refused it, so that it can be used again. Then only the server knows.
    [Theory]
    [InlineData("bare", 1, SendOutcome.Unknown)]
    [InlineData("bare", 1500, SendOutcome.NotSent)]
    [InlineData("retry appended", 1, SendOutcome.Unknown)]
    [InlineData("retry appended", 1500, SendOutcome.NotSent)]
    [InlineData("copies", 1500, SendOutcome.NotSent)]
    [InlineData("buffers", 1500, SendOutcome.NotSent)]
    public async Task What_a_server_did_not_expect_is_not_sent(string kind, int characters, SendOutcome outcome)
    {
        var arrived = new TaskCompletionSource();
        await using var server = new ScriptedServer(
            async (connection, _, ct) =>
            {
                await connection.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n"), ct);
                for (var buffer = new byte[4096]; await connection.ReadAsync(buffer, ct) > 0;)
                    arrived.TrySetResult();
            },
            readsBody: false);
        await using (var host = new Hosted(kind, server.BaseAddress, http: Expect))
        {
            var request = Requests.Text with { Message = new() { Text = new string('a', characters) } };
            var thrown = await Assert.ThrowsAsync<GraphApiException>(() => host.Client.SendAsync(request).WaitAsync(Clients.Patience));

            Assert.Equal((outcome, System.Net.HttpStatusCode.ExpectationFailed), (thrown.Outcome, thrown.StatusCode));
        }

        // What was sent may still be on its way.
        if (outcome == SendOutcome.Unknown)
            await arrived.Task.WaitAsync(Clients.Patience);
        else
            Assert.False(arrived.Task.IsCompleted);
    }

    private static void Expect(HttpClient client) => client.DefaultRequestHeaders.ExpectContinue = true;
}
