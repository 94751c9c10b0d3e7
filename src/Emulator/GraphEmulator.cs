using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator;

/// <summary>
/// A local Graph API that validates requests against the schema, responds as the Graph API does, and keeps a ledger of deliveries.
/// It listens on 127.0.0.1 only and needs no network.
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
    private readonly WebhookSender? _webhooks;
    private readonly IStorage? _storage;

    private GraphEmulator(
        GraphEmulatorOptions options,
        GraphServer server,
        DeliveryLedger ledger,
        EmulatorState state,
        WebhookSender? webhooks,
        PageCollection pages,
        UnavailablePeople people,
        FaultCollection faults)
    {
        (_server, _ledger, _webhooks, _storage) = (server, ledger, webhooks, options.Storage);
        PageId = options.PageId;
        Pages = pages;
        Platform = options.Platform;
        UnavailablePeople = people;
        Faults = faults;
        Clock = state.Clock;
        Customers = new PageCustomers(state, options, pages, people, webhooks);
        Assets = new PageAssets(state, options.PageId);
    }

    /// <summary>Gets the base URL, such as <c>http://127.0.0.1:5005/</c>. The version follows in the path.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>Gets the id of the Page; if there are several, of the one that is not a further Page.</summary>
    public string PageId { get; }

    /// <summary>Gets the current access token of the Page <see cref="PageId"/>. It is made up and not a secret.</summary>
    public string AccessToken => Pages[PageId].AccessToken;

    /// <summary>Gets all Pages. Their access tokens can be revoked and replaced at any time.</summary>
    public PageCollection Pages { get; }

    /// <summary>Gets the platform that requests are sent to; null if it is unknown.</summary>
    public string? Platform { get; }

    /// <summary>Gets the people who cannot be reached. The list can be changed at any time.</summary>
    public UnavailablePeople UnavailablePeople { get; }

    /// <summary>Gets the faults of the server and of the network. The collection can be changed at any time.</summary>
    public FaultCollection Faults { get; }

    /// <summary>Gets the customers, whom a test can play.</summary>
    public PageCustomers Customers { get; }

    /// <summary>Gets what Pages have prepared: attachments, personas and templates.</summary>
    public PageAssets Assets { get; }

    /// <summary>Gets the clock by which windows close. It can be put forward at any time.</summary>
    public EmulatorClock Clock { get; }

    /// <summary>Gets the deliveries so far, in order. Each read returns a new copy, which does not change.</summary>
    public IReadOnlyList<Delivery> Ledger => _ledger.Snapshot();

    /// <summary>
    /// Gets the number of deliveries that were dropped from the ledger, because there were more than
    /// <see cref="GraphEmulatorOptions.LedgerCapacity"/>.
    /// </summary>
    public long DroppedDeliveries => _ledger.Dropped;

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <exception cref="ArgumentException">
    /// An option is invalid. For a schema, the message lists its errors with line and column.
    /// </exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<GraphEmulator> StartAsync(GraphEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GraphEmulatorOptions();
        options.Check();
        var routes = new Routes(SchemaLoader.Load(options), options);
        var pages = new PageCollection(options.AllPages);
        var people = new UnavailablePeople(options.UnavailablePeople);
        var faults = new FaultCollection(options.Faults);
        var clock = new EmulatorClock(options.TimeProvider);
        var ledger = new DeliveryLedger(clock, options.LedgerCapacity);
        var state = new EmulatorState(options, clock, new Journal(clock, options.LedgerCapacity));
        var webhooks = options.Webhook is { } webhook ? new WebhookSender(webhook, options.TimeProvider, entry => state.Journal.Append(entry)) : null;
        var calls = new CallHandler(options, pages, people, faults, ledger, state, new SentEvents(state, webhooks));
        var server = await GraphServer.StartAsync(new RequestHandler(routes, calls, ledger, options.TimeProvider), options.Port, options.Http2, cancellationToken).ConfigureAwait(false);
        state.BaseAddress = server.BaseAddress;
        return new GraphEmulator(options, server, ledger, state, webhooks, pages, people, faults);
    }

    /// <summary>Removes the deliveries so far. The numbering continues.</summary>
    public void ClearLedger() => _ledger.Clear();

    /// <summary>
    /// Waits until the webhook has received all events so far. It does not end while the webhook fails, because events are then
    /// delivered again later.
    /// </summary>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    public Task WaitForWebhookAsync(CancellationToken cancellationToken = default) => _webhooks?.WhenIdleAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Stops listening and closes all connections. The ledger can still be read.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        if (_webhooks is not null)
            await _webhooks.DisposeAsync().ConfigureAwait(false);
        if (_storage is not null)
            await _storage.DisposeAsync().ConfigureAwait(false);
    }
}
