namespace PageMessagesGen;

/// <summary>Learns of each event before it is handled, whatever its type. A host can have several observers.</summary>
public interface IWebhookObserver
{
    /// <summary>Learns of an event.</summary>
    /// <param name="received">The event. It was not received before.</param>
    /// <param name="context">Where it was received.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask ObserveAsync(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken);
}
