using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PageMessagesGen.Emulator;
using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Inbox;

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>A test with an inbox of its own.</summary>
public abstract class InboxTest : IAsyncLifetime
{
    internal const string Aino = "4471239905512287";
    internal const string Mirja = "1789204455310926";

    internal FakeModel Model { get; } = new()
    {
        FurtherRules = [new("message-window", "A RESPONSE is sent within 24 hours of the customer's last message.", "The server refuses it later.", ["The policy."])],
    };

    internal InboxEndpoints Inbox { get; private set; } = null!;

    internal GraphServer Server { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        var options = new GraphEmulatorOptions();
        var schemas = SchemaLoader.Load(options);
        Model.Set(state => state with
        {
            People =
            [
                new(FakeModel.Page, Aino, "Aino Korhonen", false) { ResponseUntil = DateTimeOffset.UtcNow.AddHours(23) },
                new(FakeModel.Page, Mirja, "Mirja Salmi", true) { HumanAgentUntil = DateTimeOffset.UtcNow.AddDays(6) },
            ],
        });
        Inbox = new InboxEndpoints(Model, schemas);

        // The tests make no calls of the Graph API.
        var handler = new RequestHandler(new Routes(schemas, options), calls: null!, ledger: null!, TimeProvider.System, Inbox);
        Server = await GraphServer.StartAsync(handler, 0, false, default);
        Http = new HttpClient { BaseAddress = Server.BaseAddress, Timeout = TimeSpan.FromSeconds(30) };
    }

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<JsonNode> GetJsonAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string? type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        return await Http.SendAsync(request);
    }
}
