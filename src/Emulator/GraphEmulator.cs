using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Inbox;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Webhooks;
using PageMessagesGen.Schema.Model;

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
    private readonly EmulatorState _state;
    private readonly DeliveryLedger _ledger;
    private readonly WebhookSender? _webhooks;
    private readonly IStorage? _storage;
    private GraphServer? _server;

    private GraphEmulator(GraphEmulatorOptions options, EmulatorState state)
    {
        (_state, _storage) = (state, options.Storage);
        _ledger = new DeliveryLedger(state.Clock, options.LedgerCapacity);
        PageId = options.PageId;
        Platform = options.Platform;
        Pages = new PageCollection(options.AllPages);
        UnavailablePeople = new UnavailablePeople(options.UnavailablePeople, state.Unavailable);
        Faults = new FaultCollection(options.Faults);

        // It starts at once, so all that can be refused comes before.
        _webhooks = options.Webhook is { } webhook ? new WebhookSender(webhook, options.TimeProvider, entry => state.Journal.Append(entry)) : null;
        Customers = new PageCustomers(state, options, Pages, UnavailablePeople, _webhooks);
        Assets = new PageAssets(state, options.PageId);
    }

    /// <summary>Gets the base URL, such as <c>http://127.0.0.1:5005/</c>. The version follows in the path.</summary>
    public Uri BaseAddress => _state.BaseAddress;

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
    public EmulatorClock Clock => _state.Clock;

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
        var schemas = SchemaLoader.Load(options);
        var routes = new Routes(schemas, options);
        var clock = new EmulatorClock(options.TimeProvider);
        GraphEmulator emulator;
        try
        {
            emulator = new GraphEmulator(options, new EmulatorState(options, clock, new Journal(clock, options.LedgerCapacity)));
        }
        catch when (options.Storage is not null)
        {
            await options.Storage.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        try
        {
            await emulator.StartAsync(options, schemas, routes, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes the deliveries so far. The numbering continues.</summary>
    public void ClearLedger() => _ledger.Clear();

    /// <summary>
    /// Waits until the webhook has received all events so far. It does not end while the webhook fails, because events are then
    /// delivered again later.
    /// </summary>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    public Task WaitForWebhookAsync(CancellationToken cancellationToken = default) => _webhooks?.WhenIdleAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Asks the webhook again whether it is the one of the app, as a button of the app's settings does.</summary>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <returns>Null if it is; otherwise, what is wrong with its response.</returns>
    /// <exception cref="InvalidOperationException">There is no webhook.</exception>
    public async Task<string?> VerifyWebhookAsync(CancellationToken cancellationToken = default)
    {
        var webhook = _webhooks ?? throw new InvalidOperationException("The emulator has no webhook. Set GraphEmulatorOptions.Webhook.");
        return (await webhook.VerifyAsync(cancellationToken).ConfigureAwait(false)).Reason;
    }

    /// <summary>Stops listening and closes all connections. The ledger can still be read.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync().ConfigureAwait(false);
        if (_webhooks is not null)
            await _webhooks.DisposeAsync().ConfigureAwait(false);
        if (_storage is not null)
            await _storage.DisposeAsync().ConfigureAwait(false);
    }

    private async Task StartAsync(GraphEmulatorOptions options, IReadOnlyList<SchemaDocument> schemas, Routes routes, CancellationToken ct)
    {
        var calls = new CallHandler(options, Pages, UnavailablePeople, Faults, _ledger, _state, new SentEvents(_state, _webhooks));
        var inbox = new InboxEndpoints(new InboxModel(_state, Pages, Customers, Assets, UnavailablePeople, Faults, _webhooks), schemas);
        var handler = new RequestHandler(routes, calls, _ledger, options.TimeProvider, inbox);
        _server = await GraphServer.StartAsync(handler, options.Port, options.Http2, ct).ConfigureAwait(false);
        _state.BaseAddress = _server.BaseAddress;
    }
}
