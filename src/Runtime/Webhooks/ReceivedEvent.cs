namespace PageMessagesGen;

/// <summary>An event, and where it was received.</summary>
/// <param name="Event">The event.</param>
/// <param name="Context">Where it was received.</param>
public readonly record struct ReceivedEvent<TEvent>(TEvent Event, WebhookContext Context)
    where TEvent : class, IWebhookEvent;
