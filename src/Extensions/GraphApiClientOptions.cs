using System.Text.Json.Serialization;
using System.Threading.RateLimiting;

namespace PageMessagesGen;

/// <summary>The options of a client that a host registers, and of all clients that its factory creates.</summary>
public sealed class GraphApiClientOptions : GraphApiOptions
{
    /// <summary>
    /// Gets or sets the function that gets the access token of a Page, by the id of the Page; null to use
    /// <see cref="GraphApiOptions.AccessToken"/> for all Pages. It is called for each send, so it should remember the tokens. After the
    /// server refuses a token, it is called once more, and the call is repeated if the token is another one.
    /// </summary>
    [JsonIgnore]
    public Func<string, CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// Gets or sets the function that creates the limiter of a Page for a rate of the schema, such as one that several processes share;
    /// null to limit each Page within this process. It returns null for no limit. The limiter is disposed with the services. A call that
    /// cannot be made within <see cref="GraphApiOptions.Timeout"/> is not sent.
    /// </summary>
    [JsonIgnore]
    public Func<string, CallRate, RateLimiter?>? RateLimiter { get; set; }

    /// <summary>
    /// Gets or sets how often a call is attempted at most, the first time included. A call is repeated only if nothing was sent, or if the
    /// server refused it to limit the rate. The default is 5; 1 disables it. Besides, a call whose access token is refused is attempted once
    /// more with another one. The last attempt begins within <see cref="GraphApiOptions.Timeout"/>.
    /// </summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>
    /// Gets or sets the time for which the calls of a Page fail without being sent, after an error that concerns the whole Page: an invalid
    /// access token (190), a block (368) or a temporary restriction (10/1893063). The default is 5 minutes; zero disables it.
    /// </summary>
    public TimeSpan PauseAfterPageError { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets a value that indicates whether messages whose outcome is unknown are settled by their echoes, which the webhook of the
    /// app receives. Each message without metadata of its own then gets a random one. If its response is lost, and its echo arrives within
    /// <see cref="EchoWait"/>, the call succeeds; later echoes are told by <see cref="IUnknownSends"/>. The default is false. Messages that
    /// are sent for the Page <c>me</c> cannot be settled.
    /// </summary>
    public bool SettleUnknownSends { get; set; }

    /// <summary>
    /// Gets or sets the time for which a call whose outcome is unknown waits for the echo of its message, also if
    /// <see cref="GraphApiOptions.Timeout"/> is over. Later calls to the same receiver do not wait meanwhile. The default is 2 seconds; zero
    /// disables it. An echo that arrived before is always found.
    /// </summary>
    public TimeSpan EchoWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Gets or sets the function that gets the id of the Instagram account that is linked to a Page, by the id of the Page; null, the
    /// default, if there are none. Webhook events of Instagram have the id of the account instead of that of the Page, so they are not
    /// recognized without it. It is called for each message.
    /// </summary>
    [JsonIgnore]
    public Func<string, string?>? InstagramAccountId { get; set; }

    /// <summary>
    /// Gets or sets the handling of messages that are sent after a window has closed, for a host with conversations; null, the default, for
    /// that of <see cref="GraphApiOptions.Validation"/>. A customer of whom nothing is known can always be written to.
    /// </summary>
    public ValidationMode? WindowValidation { get; set; }
}
