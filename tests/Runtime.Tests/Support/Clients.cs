using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Makes clients for tests.</summary>
internal static class Clients
{
    public const string PageId = "100200300400500";

    /// <summary>A token that must turn up in the Authorization header and nowhere else.</summary>
    public const string Canary = "EAAB-Canary|0123.tok_en~x=";

    /// <summary>How long a test waits before it counts as hung.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    // Most tests are about what is sent, and send what no schema would allow.
    public static GraphApiOptions Options(Uri baseAddress) => new() { BaseAddress = baseAddress, PageId = PageId, AccessToken = Canary, Validation = ValidationMode.Off };

    public static PageMessagesClient For(Uri baseAddress, HttpClient http) => new(http, Options(baseAddress));

    /// <summary>Lets a client send to a server of the test's, and gives the answer and what the server received.</summary>
    public static async Task<(SendMessageResponse Answer, ReceivedRequest Received)> ExchangeAsync(
        AnswerScript script, SendMessageRequest? request = null, Action<GraphApiOptions>? change = null)
    {
        await using var server = new ScriptedServer(script);
        using var http = new HttpClient();
        var options = Options(server.BaseAddress);
        change?.Invoke(options);
        var answer = await new PageMessagesClient(http, options).SendAsync(request ?? Requests.Text).WaitAsync(Patience);
        return (answer, Assert.Single(server.Requests));
    }

    /// <summary>Lets a client send to a server of the test's, and gives how it fails.</summary>
    public static async Task<GraphApiException> FailAsync(AnswerScript script, TimeSpan? timeout = null, HttpMessageHandler? handler = null)
    {
        await using var server = new ScriptedServer(script);
        return await FailAsync(server.BaseAddress, timeout, handler);
    }

    /// <summary>Lets a client send, and gives how it fails.</summary>
    public static async Task<GraphApiException> FailAsync(Uri baseAddress, TimeSpan? timeout = null, HttpMessageHandler? handler = null)
    {
        using var http = new HttpClient(handler ?? new SocketsHttpHandler()) { Timeout = timeout ?? Patience };
        return await Assert.ThrowsAsync<GraphApiException>(() => For(baseAddress, http).SendAsync(Requests.Text).WaitAsync(Patience));
    }
}
