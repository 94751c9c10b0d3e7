using System.Text.Json;
using PageMessagesGen.Emulator.Faults;

namespace PageMessagesGen.Emulator;

/// <summary>
/// A fault of the server or of the network, for a test of what a client makes of it. It affects all calls, unless <see cref="PageId"/>,
/// <see cref="Person"/>, <see cref="FirstCall"/>, <see cref="Times"/> and <see cref="Probability"/> restrict it, in any combination.
/// </summary>
/// <remarks>
/// By default, a fault takes the place of the delivery: the call is not validated, and nothing is delivered. With
/// <see cref="AfterDelivery"/>, the message is delivered and in the ledger, whatever the caller is told. In a batch, errors of Graph are
/// those of a single call. Of the other faults, which concern the connection, the first one affects the response to the batch.
/// </remarks>
/// <example>
/// <code>
/// emulator.Faults.Add(Fault.Reset() with { AfterDelivery = true, FirstCall = 3, Times = 1 });
/// emulator.Faults.Add(Fault.Error(613) with { Person = "4471239905512287", Times = 2 });
/// emulator.Faults.Add(Fault.Truncated() with { Probability = 0.05, Seed = 7 });
/// </code>
/// </example>
public sealed record Fault
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(int.MaxValue);

    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>Gets the name of the fault in scripts, such as <c>not_http</c>.</summary>
    public string Name => NameOf(Kind);

    /// <summary>Gets the id of the Page whose calls are affected; null for all Pages.</summary>
    public string? PageId { get; init; }

    /// <summary>Gets the address of the person to whom calls are affected, such as an id or a phone number; null for all people.</summary>
    public string? Person { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the message is delivered before the fault occurs. Calls that are refused, and so deliver
    /// nothing, are then not affected and do not count.
    /// </summary>
    public bool AfterDelivery { get; init; }

    /// <summary>
    /// Gets the number of the first call that is affected; 1, the default, is the first one after the fault was added. Only calls of
    /// <see cref="PageId"/> and to <see cref="Person"/> count, also those that another fault affects.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int FirstCall
    {
        get;
        init
        {
            if (value < 1)
                throw new ArgumentOutOfRangeException(nameof(value), value, "The number of the first call must be at least 1.");
            field = value;
        }
    } = 1;

    /// <summary>Gets the number of calls that are affected; null, the default, for all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int? Times
    {
        get;
        init
        {
            if (value < 1)
                throw new ArgumentOutOfRangeException(nameof(value), value, "The number of calls must be at least 1.");
            field = value;
        }
    }

    /// <summary>
    /// Gets the probability, from 0 to 1, with which a call is affected; 1 by default. The decision depends only on <see cref="Seed"/>
    /// and on the number of the call, so the same calls are affected in each run.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public double Probability
    {
        get;
        init
        {
            if (value is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(value), value, "The probability must be between 0 and 1.");
            field = value;
        }
    } = 1;

    /// <summary>Gets the seed of the decisions by <see cref="Probability"/>.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Gets the time before the fault occurs, by the clock of <see cref="GraphEmulatorOptions.TimeProvider"/>;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no response at all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or longer than 24 days.</exception>
    public TimeSpan Delay
    {
        get;
        init
        {
            if (value != Timeout.InfiniteTimeSpan && (value < TimeSpan.Zero || value > LongestDelay))
                throw new ArgumentOutOfRangeException(nameof(value), value, "The delay must be between 0 and 24 days, or infinite.");
            field = value;
        }
    }

    /// <summary>Gets the code of the error, for a fault that <see cref="Error"/> creates.</summary>
    public int? Code { get; private init; }

    /// <summary>Gets the subcode of the error, for a fault that <see cref="Error"/> creates.</summary>
    public int? Subcode { get; private init; }

    /// <summary>Gets the HTTP status; null for a fault without one, or with that of the usual response.</summary>
    public int? Status { get; private init; }

    /// <summary>Gets the address of a redirect; null for another fault.</summary>
    public Uri? Location { get; private init; }

    /// <summary>Gets what the fault does.</summary>
    internal FaultKind Kind { get; }

    /// <summary>
    /// Creates a delay. The call is then answered as usual. If the caller gives up before, nothing is delivered, unless the delay is
    /// <see cref="AfterDelivery"/>.
    /// </summary>
    /// <param name="delay">The time, or <see cref="Timeout.InfiniteTimeSpan"/> for no response at all.</param>
    public static Fault Delayed(TimeSpan delay) => new(FaultKind.Delayed) { Delay = delay };

    /// <summary>Creates a connection that is closed (FIN) without a response. Over HTTP/2, all calls on the connection are affected.</summary>
    public static Fault Closed() => new(FaultKind.Closed);

    /// <summary>Creates a connection that is reset (RST) without a response. Over HTTP/2, all calls on the connection are affected.</summary>
    public static Fault Reset() => new(FaultKind.Reset);

    /// <summary>Creates a response that ends in the middle of its body. Over HTTP/2, its stream is reset there.</summary>
    public static Fault Truncated() => new(FaultKind.Truncated);

    /// <summary>Creates a response that stops in the middle of its body. The connection stays open until the caller closes it.</summary>
    public static Fault Stalled() => new(FaultKind.Stalled);

    /// <summary>Creates a response that is not HTTP. Over HTTP/2, all calls on the connection are affected.</summary>
    public static Fault NotHttp() => new(FaultKind.NotHttp);

    /// <summary>Creates a response whose body has more than a megabyte. It is valid JSON: white space and then the usual response.</summary>
    public static Fault Oversized() => new(FaultKind.Oversized);

    /// <summary>Creates a redirect.</summary>
    /// <param name="location">The address, absolute or relative; null for the path <c>/redirected</c> of the emulator.</param>
    /// <param name="status">The HTTP status, from 300 to 399.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The status is not between 300 and 399, or the address has characters that no header can have.
    /// </exception>
    public static Fault Redirect(Uri? location = null, int status = 307) => new(FaultKind.Redirect)
    {
        Location = Sendable(location ?? new Uri("/redirected", UriKind.Relative)),
        Status = Within(status, 300, 399),
    };

    /// <summary>Creates an error of a server that is not Graph, such as a proxy: its body is HTML.</summary>
    /// <param name="status">The HTTP status, from 500 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not between 500 and 599.</exception>
    public static Fault ServerError(int status = 500) => new(FaultKind.ServerError) { Status = Within(status, 500, 599) };

    /// <summary>Creates an error of Graph. Its message is that of the schema, if the schema has the error.</summary>
    /// <param name="code">The code, such as 4.</param>
    /// <param name="subcode">The subcode, if any.</param>
    /// <param name="status">The HTTP status, from 400 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">The code is negative, or the status is not between 400 and 599.</exception>
    public static Fault Error(int code, int? subcode = null, int status = 400)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(code);
        return new(FaultKind.Error) { Code = code, Subcode = subcode, Status = Within(status, 400, 599) };
    }

    /// <summary>Creates a response with status 200 that does not confirm the message: it has no <c>message_id</c>.</summary>
    public static Fault WithoutMessageId() => new(FaultKind.WithoutMessageId);

    /// <summary>
    /// Creates an HTTP/2 stream that the server refuses (RST_STREAM with code 7), by which it says that it has not processed the call. It
    /// requires <see cref="GraphEmulatorOptions.Http2"/>; over HTTP/1.1, the connection is closed instead.
    /// </summary>
    public static Fault RefusedStream() => new(FaultKind.RefusedStream);

    /// <summary>Gets the value of the header with the address of a redirect.</summary>
    internal static string HeaderOf(Uri location) => location.IsAbsoluteUri ? location.AbsoluteUri : location.OriginalString;

    /// <summary>Gets the name of a kind in scripts.</summary>
    internal static string NameOf(FaultKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static Uri Sendable(Uri location) => HeaderOf(location).AsSpan().ContainsAnyExceptInRange('!', '~')
        ? throw new ArgumentOutOfRangeException(nameof(location), "The location must be an escaped URL: ASCII without spaces.")
        : location;

    private static int Within(int status, int least, int most) =>
        status >= least && status <= most ? status : throw new ArgumentOutOfRangeException(nameof(status), status, $"The status must be between {least} and {most}.");
}
