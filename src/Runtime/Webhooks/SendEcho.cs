namespace PageMessagesGen;

/// <summary>What the server tells of a message that a Page has sent.</summary>
/// <param name="Correlation">The string that the request had, by which it is recognized.</param>
/// <param name="MessageId">The id of the message.</param>
public readonly record struct SendEcho(string Correlation, string MessageId);
