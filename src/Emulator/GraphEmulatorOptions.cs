using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator;

/// <summary>The options of an emulator. All of them have defaults.</summary>
public sealed class GraphEmulatorOptions
{
    /// <summary>Gets or sets the TCP port on 127.0.0.1, from 1 to 65535. The default, 0, selects any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the port speaks HTTP/2 instead of HTTP/1.1. There is no TLS, in which the two could be
    /// negotiated, so callers must begin with HTTP/2: <c>HttpVersionPolicy.RequestVersionExact</c>, or curl's
    /// <c>--http2-prior-knowledge</c>.
    /// </summary>
    public bool Http2 { get; set; }

    /// <summary>Gets or sets the id of the Page, in digits. There can be <see cref="FurtherPages"/>.</summary>
    public string PageId { get; set; } = "100200300400500";

    /// <summary>
    /// Gets or sets the access token of the Page: 8 to 512 letters, digits and <c>-._~+/=|</c>, with at least one letter. It
    /// is made up, so it is not a secret. A token that starts like a live one (<c>EAA</c>) is refused.
    /// </summary>
    public string AccessToken { get; set; } = "emulator-page-access-token";

    /// <summary>
    /// Gets or sets further Pages, each with its own id and its own access token. A token is accepted only for its own Page.
    /// </summary>
    public IReadOnlyCollection<EmulatedPage> FurtherPages { get; set; } = [];

    /// <summary>Gets or sets the people who cannot be reached at the start; see <see cref="GraphEmulator.UnavailablePeople"/>.</summary>
    public IReadOnlyCollection<string> UnavailablePeople { get; set; } = [];

    /// <summary>Gets or sets the limits for the calls of each Page; null, the default, for none.</summary>
    public RateLimit? RateLimit { get; set; }

    /// <summary>Gets or sets the faults at the start; see <see cref="GraphEmulator.Faults"/>.</summary>
    public IReadOnlyCollection<Fault> Faults { get; set; } = [];

    /// <summary>Gets or sets the webhook that is told what customers do; null, the default, for none.</summary>
    public WebhookOptions? Webhook { get; set; }

    /// <summary>
    /// Gets or sets the platform that requests are sent to: a platform of the schemas, such as <c>messenger</c> or <c>instagram</c>.
    /// The default, null, means unknown: rules of a single platform are then not validated.
    /// </summary>
    public string? Platform { get; set; }

    /// <summary>
    /// Gets or sets the date on which requests are sent, for values that are refused from a date on; null for the date of each schema.
    /// The clock is not used, so test results do not depend on the current date.
    /// </summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>
    /// Gets or sets the contents of the schemas whose operations are served. If there are none, and no <see cref="SchemaFiles"/>, the Page
    /// Messages endpoint is served. If two paths differ only in the kind of an id, the first operation that accepts the parameters of the
    /// call responds.
    /// </summary>
    public IReadOnlyList<string> Schemas { get; set; } = [];

    /// <summary>
    /// Gets or sets the paths of further schemas whose operations are served. Schema files in the folder of a file are read with it if
    /// they belong to the same schema. The schema of the Page Messages endpoint counts as one of them.
    /// </summary>
    public IReadOnlyList<string> SchemaFiles { get; set; } = [];

    /// <summary>
    /// Gets or sets the maximum number of deliveries in the ledger, at least 1; the default is 100,000. With one more, the oldest is
    /// dropped; see <see cref="GraphEmulator.DroppedDeliveries"/>. A delivery takes as much memory as its body.
    /// </summary>
    public int LedgerCapacity { get; set; } = 100_000;

    /// <summary>
    /// Gets or sets a value that indicates whether calls depend on what happened before: attachments and personas must exist, a one-time
    /// token is spent once, a window closes, and what is set can be read. The default is true. Without it, only the schemas decide, and
    /// calls other than messages are answered by the examples of the schemas.
    /// </summary>
    public bool IsStateful { get; set; } = true;

    /// <summary>Gets or sets the clock for the times of deliveries, for limits and for delays.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets where the state is stored; null, the default, for memory only.</summary>
    internal IStorage? Storage { get; set; }

    /// <summary>Gets the Page and the further ones.</summary>
    internal IEnumerable<EmulatedPage> AllPages => FurtherPages.Prepend(new EmulatedPage(PageId, AccessToken));

    /// <summary>Gets the date in the format of schemas.</summary>
    internal SchemaDate? Day => AsOf is { } day ? new SchemaDate(day.Year, day.Month, day.Day) : null;

    /// <summary>Throws an <see cref="ArgumentException"/> if an option is invalid. Its message does not quote the token.</summary>
    internal void Check()
    {
        if (Port is < 0 or > 65535)
            throw new ArgumentException("The port must be between 0 and 65535; 0 selects any free port.");
        ArgumentNullException.ThrowIfNull(FurtherPages);
        foreach (var page in AllPages)
        {
            ArgumentNullException.ThrowIfNull(page, nameof(FurtherPages));
            page.Check();
        }

        if (LedgerCapacity < 1)
            throw new ArgumentException("The capacity of the ledger must be at least 1.");
        ArgumentNullException.ThrowIfNull(UnavailablePeople);
        ArgumentNullException.ThrowIfNull(Faults);
        ArgumentNullException.ThrowIfNull(Schemas);
        ArgumentNullException.ThrowIfNull(SchemaFiles);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Webhook?.Check();
    }
}
