using System.Diagnostics;
using System.Text.Json.Serialization;

namespace PageMessagesGen;

/// <summary>The options of a webhook: what the app and the server both know, and how much is received at once.</summary>
/// <remarks>They are read once, when the host starts. Later changes have no effect.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WebhookReceiverOptions
{
    /// <summary>
    /// Gets the secrets of the app, with which the server signs what it posts: one, or several while a new one replaces an old one.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public IList<string> AppSecrets { get; } = [];

    /// <summary>Gets or sets the token that the server shows when it verifies the address of the webhook. You choose it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string VerifyToken { get; set; } = "";

    /// <summary>Gets or sets the maximum size of a body in bytes. A larger one is refused with 413. The default is 4 MB.</summary>
    public int MaxBodySize { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the maximum number of events that are accepted and not handled yet. A body for which there is no room is refused with
    /// 503 as a whole, and the server delivers it again. If nothing is waiting, a body with more events is accepted. The default is 10,000.
    /// </summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets the maximum number of customers whose events are handled at the same time. The events of one customer are handled one
    /// after the other. The default is 16.
    /// </summary>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>
    /// Gets or sets how many events are remembered, in order to recognize those that are delivered again. The default is 100,000. It has no
    /// effect if the host has its own <see cref="IReceivedEvents"/>.
    /// </summary>
    public int RememberedEvents { get; set; } = 100_000;

    /// <summary>
    /// Gets or sets for how long events that were accepted are still handled when the host stops. The <c>ShutdownTimeout</c> of the host
    /// also ends it. The default is 30 seconds.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Formats the options without the secrets and the token.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{nameof(WebhookReceiverOptions)} {{ {nameof(AppSecrets)} = {AppSecrets.Count}, {nameof(MaxBodySize)} = {MaxBodySize}, {nameof(Capacity)} = {Capacity}, {nameof(MaxConcurrency)} = {MaxConcurrency}, {nameof(RememberedEvents)} = {RememberedEvents}, {nameof(DrainTimeout)} = {DrainTimeout} }}");
}
