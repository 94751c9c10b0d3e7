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
/// The generated client as a host registers it, with or without the limit on the sends of a Page. The limit is far below what this machine
/// can send, and sends to one person wait for each other, so there are many Pages. They have what a Page has: a limit, an order, a state.
/// </summary>
internal sealed class OursRegistered : Sending<SendMessageResponse>
{
    private const int Pages = 256;

    private readonly IPageMessagesClient[] _clients;
    private readonly SendMessageRequest _request;
    private readonly bool _limited;
    private int _sent;

    public OursRegistered(Target target, SendMessageRequest request, bool limited)
    {
        (_request, _limited) = (request, limited);
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken) = (target.BaseAddress, Target.PageId, Target.AccessToken);
            if (!limited)
                options.RateLimiter = (_, _) => null;
        });
        var factory = services.BuildServiceProvider().GetRequiredService<IPageMessagesClientFactory>();
        _clients = [.. Enumerable.Range(0, Pages).Select(page => factory.ForPage($"{Target.PageIdPrefix}{page:000}"))];
    }

    public override string Name => _limited ? "ours-registered" : "ours-registered-unlimited";

    protected override Task<SendMessageResponse> CallAsync() => _clients[(uint)Interlocked.Increment(ref _sent) % Pages].SendAsync(_request);

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
