namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>An event for the webhook. It is posted together with others; see <see cref="WebhookEnvelope"/>.</summary>
/// <param name="PageId">The Page or the Instagram account.</param>
/// <param name="IsInstagram">A value that indicates whether it is an event of Instagram.</param>
/// <param name="IsStandby">A value that indicates whether another app owns the thread.</param>
/// <param name="Field">The field of a change, such as <c>feed</c>; null for an event of a conversation.</param>
/// <param name="Json">The event, or the value of the change.</param>
internal sealed record WebhookEvent(string PageId, bool IsInstagram, bool IsStandby, string? Field, string Json)
{
    /// <summary>Gets the customer; null if the event is about none.</summary>
    public string? PersonId { get; init; }
}
