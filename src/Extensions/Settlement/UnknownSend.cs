namespace PageMessagesGen;

/// <summary>A message whose outcome is unknown.</summary>
/// <param name="Correlation">The string by which its echo is recognized.</param>
/// <param name="PageId">The Page that sent it.</param>
/// <param name="Recipient">The recipient of the request, such as a <c>Recipient</c>; null if the schema names none.</param>
/// <param name="Since">When its outcome became unknown.</param>
public sealed record UnknownSend(string Correlation, string PageId, object? Recipient, DateTimeOffset Since);
