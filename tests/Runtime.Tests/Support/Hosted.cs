using Microsoft.Extensions.DependencyInjection;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Hosts.Faults;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>A client that is registered in a host.</summary>
internal sealed class Hosted : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _name;

    /// <summary>Starts a host.</summary>
    /// <param name="kind">The kind of host, from <see cref="HostTable"/>.</param>
    /// <param name="server">The server.</param>
    /// <param name="change">Changes the options, which have a time limit that only a server that hangs reaches.</param>
    /// <param name="connect">Changes the handler of the connections.</param>
    /// <param name="http">Changes the HttpClient, which uses HTTP/1.1.</param>
    /// <param name="add">Adds services.</param>
    public Hosted(
        string kind,
        Uri server,
        Action<GraphApiClientOptions>? change = null,
        Action<HttpMessageHandler>? connect = null,
        Action<HttpClient>? http = null,
        Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        add?.Invoke(services);
        var builder = services.AddPageMessages(options =>
        {
            (options.BaseAddress, options.PageId, options.AccessToken, options.Timeout) = (server, Clients.PageId, Clients.Canary, Clients.Patience);
            change?.Invoke(options);
        });
        HostTable.All[kind](services, builder, Clients.Patience);
        builder.ConfigurePrimaryHttpMessageHandler((handler, _) => connect?.Invoke(handler));
        builder.ConfigureHttpClient(client => http?.Invoke(client));
        _name = builder.Name;
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<IPageMessagesClient>();
    }

    public IPageMessagesClient Client { get; }

    /// <summary>Gets an HttpClient with the connections of the client.</summary>
    public HttpClient Http => _services.GetRequiredService<IHttpClientFactory>().CreateClient(_name);

    /// <summary>Gets the services of the host.</summary>
    public IServiceProvider Services => _services;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Sends a request, and gives what its caller is told.</summary>
    public async Task<string> TellAsync(SendMessageRequest request)
    {
        try
        {
            await Client.SendAsync(request).WaitAsync(Clients.Patience * 2);
            return "Sent";
        }
        catch (GraphApiException failure)
        {
            return failure.Outcome.ToString();
        }
    }

    public static TheoryData<string> Kinds => [.. HostTable.All.Keys];
}
