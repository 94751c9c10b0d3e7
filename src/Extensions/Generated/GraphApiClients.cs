using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using PageMessagesGen.Calls;
using PageMessagesGen.Conversations;
using PageMessagesGen.Http;
using PageMessagesGen.Settlement;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Generated;

/// <summary>The clients of a registration, one for each Page. Generated factories use it.</summary>
/// <remarks>They share a pool of connections, but nothing that belongs to a Page.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GraphApiClients<TClient> : IDisposable
    where TClient : class
{
    private readonly ConcurrentDictionary<string, (TClient Client, CallPipeline Pipeline)> _clients = new(StringComparer.Ordinal);
    private readonly Func<HttpClient, GraphApiOptions, TClient> _create;
    private readonly GraphApiClientOptions _options;
    private readonly HandlerChain _handlers;
    private readonly AccessTokens _tokens;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly CallLog _log;
    private readonly SettlingCalls? _settling;
    private readonly WindowCheck? _windows;

    internal GraphApiClients(IServiceProvider services, string name, HandlerChain handlers, GraphApiClientOptions options, Func<HttpClient, GraphApiOptions, TClient> create)
    {
        (_handlers, _options, _create) = (handlers, options, create);
        _http = services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        _time = services.GetRequiredService<TimeProvider>();
        _log = services.GetRequiredService<CallLog>();
        _tokens = new AccessTokens(options);
        _settling = options.SettleUnknownSends ? new SettlingCalls(services.GetRequiredService<UnknownSends>(), options, _time, _log) : null;
        _windows = services.GetService<ConversationMemory>() is { } conversations ? new WindowCheck(conversations, options) : null;
    }

    /// <summary>Gets the client of the Page in the options.</summary>
    /// <exception cref="ArgumentException">The options have no valid id of a Page.</exception>
    public TClient Default => ForPage(_options.PageId);

    /// <summary>Disposes the limiters. The HttpClient belongs to its factory.</summary>
    public void Dispose()
    {
        foreach (var (_, pipeline) in _clients.Values)
            pipeline.Dispose();
    }

    /// <summary>Gets the client of a Page. It is created once.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    public TClient ForPage(string pageId)
    {
        ArgumentNullException.ThrowIfNull(pageId);
        return _clients.GetOrAdd(pageId, static (id, clients) => clients.Create(id), this).Client;
    }

    private (TClient Client, CallPipeline Pipeline) Create(string pageId)
    {
        var pipeline = new CallPipeline(new PageState(pageId, _options, _log, _time), _tokens, _options, _handlers, _log, _time, _settling, _windows);
        return (_create(_http, _options.For(pageId, pipeline, _log.Violations)), pipeline);
    }
}
