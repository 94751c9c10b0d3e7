namespace PageMessagesGen;

/// <summary>What became of a call that failed. A call that returns a response was accepted by the server.</summary>
/// <remarks>
/// Sending a message is not idempotent, and the Graph API has no idempotency key. Only a call that was not sent, or was rejected, can be
/// repeated without the risk that a person receives a message twice.
/// </remarks>
public enum SendOutcome
{
    /// <summary>Nothing was sent: the request is invalid, there was no connection, or the call was canceled before its body was begun.</summary>
    NotSent,

    /// <summary>The server refused the request.</summary>
    Rejected,

    /// <summary>
    /// The request may have been processed: the response is missing, unusable, from another address, or an error after which messages
    /// have been delivered. A call without a body, such as one that deletes, ends like this unless the server refuses it.
    /// </summary>
    Unknown,
}
