using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.Logging;
using PageMessagesGen.Calls;
using PageMessagesGen.Http;
using PageMessagesGen.Telemetry;

namespace PageMessagesGen.Generated;

/// <summary>The clients of a registration, one for each Page. Generated factories use it.</summary>
/// <remarks>They share a pool of connections, but nothing that belongs to a Page.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GraphApiClients<TClient> : IDisposable
    where TClient : class
{
    private readonly ConcurrentDictionary<string, TClient> _clients = new(StringComparer.Ordinal);
    private readonly Func<HttpClient, GraphApiOptions, TClient> _create;
    private readonly GraphApiClientOptions _options;
    private readonly CallPipeline _pipeline;
    private readonly HttpClient _http;
    private readonly CallLog _log;

    internal GraphApiClients(IHttpClientFactory http, string name, HandlerChain handlers, GraphApiClientOptions options, TimeProvider time, ILogger logger, Func<HttpClient, GraphApiOptions, TClient> create)
    {
        (_http, _options, _create) = (http.CreateClient(name), options, create);
        _log = new CallLog(logger);
        _pipeline = new CallPipeline(options, handlers, _log, time);
    }

    /// <summary>Gets the client of the Page in the options.</summary>
    /// <exception cref="ArgumentException">The options have no valid id of a Page.</exception>
    public TClient Default => ForPage(_options.PageId);

    /// <summary>Disposes the limiters. The HttpClient belongs to its factory.</summary>
    public void Dispose() => _pipeline.Dispose();

    /// <summary>Gets the client of a Page. It is created once.</summary>
    /// <param name="pageId">The id of the Page.</param>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    public TClient ForPage(string pageId)
    {
        ArgumentNullException.ThrowIfNull(pageId);
        return _clients.GetOrAdd(pageId, static (id, clients) => clients._create(clients._http, clients._options.For(id, clients._pipeline, clients._log.Violations)), this);
    }
}
