using PageMessagesGen.Emulator.Http;

namespace PageMessagesGen.Emulator;

/// <summary>
/// A local Graph API that judges requests by the schema, answers as the real one does, and keeps a ledger of what was
/// delivered. It listens on 127.0.0.1 only and needs no network.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = await GraphEmulator.StartAsync();
/// // … point a client at emulator.BaseAddress, with emulator.PageId and emulator.AccessToken, and send …
/// Assert.Single(emulator.Ledger);
/// </code>
/// </example>
public sealed class GraphEmulator : IAsyncDisposable
{
    private readonly GraphServer _server;
    private readonly DeliveryLedger _ledger;

    private GraphEmulator(GraphEmulatorOptions options, GraphServer server, DeliveryLedger ledger, UnavailablePeople people)
    {
        _server = server;
        _ledger = ledger;
        PageId = options.PageId;
        AccessToken = options.AccessToken;
        Platform = options.Platform;
        UnavailablePeople = people;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5005/</c>; the version comes next in a path.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The id of the one Page that exists.</summary>
    public string PageId { get; }

    /// <summary>The one access token that is accepted. It is made up and no secret.</summary>
    public string AccessToken { get; }

    /// <summary>Where requests are taken to be sent; null if that is not known.</summary>
    public string? Platform { get; }

    /// <summary>The people who cannot be reached; the list may be changed at any time.</summary>
    public UnavailablePeople UnavailablePeople { get; }

    /// <summary>What was delivered until now, in order. Each read gives a new copy, which does not change any more.</summary>
    public IReadOnlyList<Delivery> Ledger => _ledger.Snapshot();

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ArgumentException">An option cannot be used. For a schema, the message lists its mistakes with line and column.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GraphEmulator> StartAsync(GraphEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GraphEmulatorOptions();
        options.Check();
        var routes = new Routes(SchemaLoader.Load(options.Schemas, options.Platform), options);
        var people = new UnavailablePeople(options.UnavailablePeople);
        var ledger = new DeliveryLedger(options.TimeProvider);
        var calls = new CallHandler(options, people, ledger);
        var server = await GraphServer.StartAsync(new RequestHandler(routes, calls, ledger), options.Port, cancellationToken).ConfigureAwait(false);
        return new GraphEmulator(options, server, ledger, people);
    }

    /// <summary>Forgets what was delivered until now. The numbers of later deliveries go on.</summary>
    public void ClearLedger() => _ledger.Clear();

    /// <summary>Stops listening and closes all connections. The ledger can still be read.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
