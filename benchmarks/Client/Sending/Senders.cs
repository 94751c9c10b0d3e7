using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Benchmarks.Client.Shapes;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>The generated client, which judges each request before it sends it, or does not.</summary>
internal sealed class Ours(HttpClient http, Target target, SendMessageRequest request, ValidationMode validation) : Sending<SendMessageResponse>
{
    private readonly PageMessagesClient _client = new(http, new GraphApiOptions
    {
        BaseAddress = target.BaseAddress,
        PageId = Target.PageId,
        AccessToken = Target.AccessToken,
        Validation = validation,
    });

    public override string Name => validation == ValidationMode.Off ? "ours-unvalidated" : "ours";

    protected override Task<SendMessageResponse> CallAsync() => _client.SendAsync(request);

    protected override string? IdOf(SendMessageResponse answer) => answer.MessageId;
}

/// <summary>
/// The generated client as a host registers it. The limit on the sends of a Page is far below what this machine can send, and sends to one
/// person wait for each other. So there are many Pages in turn, or one without a limit that answers many customers.
/// </summary>
internal sealed class OursRegistered : Sending<SendMessageResponse>
{
    private const int Pages = 256;
    private const int Customers = 64;
    private const long FirstCustomer = 4471239905512200;

    private readonly IPageMessagesClient[] _clients;
    private readonly SendMessageRequest[] _requests;
    private int _sent;

    private OursRegistered(string name, Target target, int pages, SendMessageRequest[] requests, Action<GraphApiClientOptions> configure)
    {
        (Name, _requests) = (name, requests);
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken) = (target.BaseAddress, Target.PageId, Target.AccessToken);
            configure(options);
        });
        var factory = services.BuildServiceProvider().GetRequiredService<IPageMessagesClientFactory>();
        _clients = [.. Enumerable.Range(0, pages).Select(page => factory.ForPage($"{Target.PageIdPrefix}{page:000}"))];
    }

    public override string Name { get; }

    /// <summary>Many Pages that keep to the rates of the schema.</summary>
    public static OursRegistered ManyPages(Target target, SendMessageRequest request) =>
        new("ours-registered", target, Pages, [request], _ => { });

    /// <summary>One Page, without a limit on its rate.</summary>
    public static OursRegistered OnePage(Target target, SendMessageRequest request) => new(
        "ours-registered-one-page",
        target,
        1,
        [request, .. Enumerable.Range(1, Customers - 1).Select(customer => request with { Recipient = new() { Id = $"{FirstCustomer + customer}" } })],
        options => options.RateLimiter = (_, _) => null);

    protected override Task<SendMessageResponse> CallAsync()
    {
        var number = (uint)Interlocked.Increment(ref _sent) - 1;
        return _clients[number % _clients.Length].SendAsync(_requests[number % _requests.Length]);
    }

    protected override string? IdOf(SendMessageResponse answer) => answer.MessageId;
}

/// <summary>What the framework's documentation recommends: HttpClient, JsonContent and the source generator.</summary>
internal sealed class JsonContentSender(HttpClient http, Target target, SendRequest body) : Sending<SendAnswer?>
{
    public override string Name => "httpclient-jsoncontent-stj";

    protected override async Task<SendAnswer?> CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address);
        request.Headers.Authorization = target.Authorization;
        request.Content = JsonContent.Create(body, ShapesContext.Default.SendRequest);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(ShapesContext.Default.SendAnswer);
    }

    protected override string? IdOf(SendAnswer? answer) => answer?.MessageId;
}
