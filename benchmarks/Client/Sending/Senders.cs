using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Benchmarks.Client.Shapes;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>Where the senders send to.</summary>
/// <param name="BaseAddress">The server.</param>
internal sealed record Target(Uri BaseAddress)
{
    public const string PageId = "100200300400500";
    public const string AccessToken = "EAAB0123456789abcdefghijklmnopqrstuvwxyz0123456789";

    public const string Path = $"/v26.0/{PageId}/messages";

    public Uri Address { get; } = new(BaseAddress, Path);

    public AuthenticationHeaderValue Authorization { get; } = new("Bearer", AccessToken);
}

/// <summary>The limit: HttpClient with finished bytes; the answer is taken as bytes and not looked at.</summary>
internal sealed class RawHttpClient(HttpClient http, Target target, byte[] finished) : ISending
{
    public string Name => "raw-httpclient";

    public async Task SendAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address);
        request.Headers.Authorization = target.Authorization;
        request.Content = new ByteArrayContent(finished);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        GC.KeepAlive(await response.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>The generated client, which judges each request before it sends it, or does not.</summary>
internal sealed class Ours(HttpClient http, Target target, SendMessageRequest request, ValidationMode validation) : ISending
{
    private readonly PageMessagesClient _client = new(http, new GraphApiOptions
    {
        BaseAddress = target.BaseAddress,
        PageId = Target.PageId,
        AccessToken = Target.AccessToken,
        Validation = validation,
    });

    public string Name => validation == ValidationMode.Off ? "ours-unvalidated" : "ours";

    public Task SendAsync() => _client.SendAsync(request);
}

/// <summary>The generated client as a host registers it. Sends to one person would wait for each other, so each goes to another one.</summary>
internal sealed class OursRegistered : ISending
{
    private const int People = 256;

    private readonly IPageMessagesClient _client;
    private readonly SendMessageRequest[] _requests;
    private int _sent;

    public OursRegistered(Target target, SendMessageRequest request)
    {
        var services = new ServiceCollection();
        services.AddPageMessages(options =>
            (options.BaseAddress, options.PageId, options.AccessToken) = (target.BaseAddress, Target.PageId, Target.AccessToken));
        _client = services.BuildServiceProvider().GetRequiredService<IPageMessagesClient>();
        _requests = [.. Enumerable.Range(0, People).Select(person => request with { Recipient = new() { Id = $"4471239905512{person:000}" } })];
    }

    public string Name => "ours-registered";

    public Task SendAsync() => _client.SendAsync(_requests[Interlocked.Increment(ref _sent) % People]);
}

/// <summary>What the framework's documentation recommends: HttpClient, JsonContent and the source generator.</summary>
internal sealed class JsonContentSender(HttpClient http, Target target, SendRequest body) : ISending
{
    public string Name => "httpclient-jsoncontent-stj";

    public async Task SendAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address);
        request.Headers.Authorization = target.Authorization;
        request.Content = JsonContent.Create(body, ShapesContext.Default.SendRequest);
        using var response = await http.SendAsync(request);
        GC.KeepAlive(await response.Content.ReadFromJsonAsync(ShapesContext.Default.SendAnswer));
    }
}
