using System.Reflection;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Client;

/// <summary>A caller's token that lives as long as the process gathers nothing from calls that fail.</summary>
public sealed class RegistrationLeakTests
{
    [Fact]
    public async Task Broken_answers_leave_nothing_on_the_callers_token()
    {
        var calls = LongTests.Inputs(400, 4_000);
        await using var server = new ScriptedServer(Answers.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"));
        using var http = new HttpClient();
        using var shutdown = new CancellationTokenSource();
        var client = Clients.For(server.BaseAddress, http);

        await Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
            await Assert.ThrowsAsync<GraphApiException>(() => client.SendAsync(Requests.Text, shutdown.Token)));

        Assert.Equal(0, Registrations(shutdown));
    }

    [Fact]
    public void Registrations_are_counted()
    {
        using var source = new CancellationTokenSource();
        using var first = source.Token.Register(() => { });
        using var second = source.Token.Register(() => { });

        Assert.Equal(2, Registrations(source));
    }

    private static int Registrations(CancellationTokenSource source)
    {
        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        var registrations = typeof(CancellationTokenSource).GetField("_registrations", Fields)!.GetValue(source);
        var count = 0;
        for (var node = registrations?.GetType().GetField("Callbacks", Fields)!.GetValue(registrations); node is not null; node = node.GetType().GetField("Next", Fields)!.GetValue(node))
            count++;
        return count;
    }
}
