using System.ComponentModel;

namespace PageMessagesGen.Generated;

/// <summary>Reads the body of a webhook.</summary>
/// <exception cref="WebhookFormatException">The body is not JSON, or has no events.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate IReadOnlyList<ReceivedEvent<TEvent>> WebhookRead<TEvent>(ReadOnlySpan<byte> body)
    where TEvent : class, IWebhookEvent;

/// <summary>What a host needs to know of a webhook. Generated code creates it.</summary>
/// <param name="name">The name of the webhook, by which its options are found.</param>
/// <param name="read">The method that reads a body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookDescription<TEvent>(string name, WebhookRead<TEvent> read)
    where TEvent : class, IWebhookEvent
{
    /// <summary>Gets the name of the webhook.</summary>
    public string Name => name;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The bytes, as they were received.</param>
    /// <exception cref="WebhookFormatException">The body is not JSON, or has no events.</exception>
    public IReadOnlyList<ReceivedEvent<TEvent>> Read(ReadOnlySpan<byte> body) => read(body);
}
