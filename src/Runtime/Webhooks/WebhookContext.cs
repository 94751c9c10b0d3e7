namespace PageMessagesGen;

/// <summary>Where an event was received.</summary>
/// <param name="Object">The kind of object that the event is about, such as <c>page</c>.</param>
/// <param name="PageId">The id of the Page or of the professional account; an empty string if the body has none.</param>
public sealed record WebhookContext(string Object, string PageId)
{
    /// <summary>Gets the platform, such as <c>messenger</c>; null if the schema does not know the object.</summary>
    public string? Platform { get; init; }

    /// <summary>Gets a value that indicates whether another app owns the conversation, so that this app only listens.</summary>
    public bool IsStandby { get; init; }

    /// <summary>Gets when the event was sent; null if the body does not say so.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Gets a value that indicates whether the event is a sample, which an app is sent for a test of its webhook.</summary>
    public bool IsSample { get; init; }
}
