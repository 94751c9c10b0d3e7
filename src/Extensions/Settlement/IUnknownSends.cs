namespace PageMessagesGen;

/// <summary>
/// The messages whose outcome is unknown, such as after a lost response: each may have been delivered. The echo of a message, which the
/// webhook of the app receives, shows that it was.
/// </summary>
/// <remarks>
/// <para>
/// It has the messages of registered clients with <see cref="GraphApiClientOptions.SettleUnknownSends"/>, and learns of echoes as an
/// <see cref="IWebhookObserver"/>. No echo does not mean that a message was not delivered: the webhook may have missed it.
/// </para>
/// <para>
/// An echo settles a message if it has the same correlation, Page and customer. Messages with metadata of their own are not among them,
/// because others may have the same.
/// </para>
/// </remarks>
public interface IUnknownSends
{
    /// <summary>Gets the messages that are not settled, the oldest first. Each read returns a new copy.</summary>
    IReadOnlyList<UnknownSend> Open { get; }

    /// <summary>Waits until a message is settled.</summary>
    /// <param name="correlation">The correlation, from <see cref="GraphApiException.Correlation"/>.</param>
    /// <param name="timeout">The time to wait at most; zero to learn whether it is settled.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <returns>The settled message; null if it is not settled in time, was given up, or is not known.</returns>
    Task<SettledSend?> WaitAsync(string correlation, TimeSpan timeout, CancellationToken cancellationToken = default);

    /// <summary>Reads the messages that are settled from now on. A reader that is too slow misses the oldest of them.</summary>
    /// <param name="cancellationToken">A token to stop reading.</param>
    IAsyncEnumerable<SettledSend> ReadSettledAsync(CancellationToken cancellationToken = default);
}
