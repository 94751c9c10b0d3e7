namespace PageMessagesGen.Emulator;

/// <summary>
/// A call that the emulator accepted and that had an effect. For a message, it is what a customer received. Calls that only read are
/// not deliveries.
/// </summary>
/// <param name="Sequence">The number in the ledger; the first is 1.</param>
/// <param name="Time">When the call was accepted, by the clock of <see cref="GraphEmulatorOptions.TimeProvider"/>, in UTC.</param>
/// <param name="PageId">The Page that sent it.</param>
/// <param name="Operation">The name of the operation in the schema, such as <c>send</c>.</param>
/// <param name="Method">The HTTP method of the call, such as <c>POST</c>.</param>
/// <param name="Path">The path of the call as received, such as <c>/v26.0/me/messages</c>.</param>
/// <param name="Query">
/// The query of the call as received, escaped and without the question mark; empty if there was none. As in the body,
/// <c>access_token</c> and <c>appsecret_proof</c> are removed.
/// </param>
/// <param name="Recipient">The address of the customer; null for an operation without a recipient.</param>
/// <param name="MessageId">
/// The message id in the response; null for a sender action, and for an operation that sends no messages.
/// </param>
/// <param name="Body">
/// The JSON body exactly as received, including white space; empty if there was none. The fields of a form are the members of one object.
/// Only <c>access_token</c> and
/// <c>appsecret_proof</c> are removed, because they are not part of the content.
/// </param>
public sealed record Delivery(
    long Sequence,
    DateTimeOffset Time,
    string PageId,
    string Operation,
    string Method,
    string Path,
    string Query,
    RecipientAddress? Recipient,
    string? MessageId,
    string Body)
{
    /// <summary>Gets the files that were sent beside the JSON.</summary>
    public IReadOnlyList<DeliveredFile> Files { get; init; } = [];
}

/// <summary>The address of the customer in a request.</summary>
/// <param name="Member">The member of <c>recipient</c>, such as <c>id</c> or <c>comment_id</c>.</param>
/// <param name="Value">The value of the member.</param>
public sealed record RecipientAddress(string Member, string Value);
