namespace PageMessagesGen;

/// <summary>A message whose outcome was unknown, and whose echo shows that it was sent.</summary>
/// <param name="Send">The message.</param>
/// <param name="MessageId">The id of the message.</param>
/// <param name="Settled">When its echo was received.</param>
public sealed record SettledSend(UnknownSend Send, string MessageId, DateTimeOffset Settled);
