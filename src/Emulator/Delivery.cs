namespace PageMessagesGen.Emulator;

/// <summary>One call that the emulator accepted and that did something: for a message, what a customer really got. Calls that only read are not among them.</summary>
/// <param name="Sequence">Its number in the ledger; the first is 1.</param>
/// <param name="Time">When it was accepted, by the clock of <see cref="GraphEmulatorOptions.TimeProvider"/>, in UTC.</param>
/// <param name="PageId">The Page that sent it.</param>
/// <param name="Operation">The name of the operation in the schema, such as <c>send</c>.</param>
/// <param name="Method">The HTTP method of the call, such as <c>POST</c>.</param>
/// <param name="Path">The path of the call as it came, such as <c>/v26.0/me/messages</c>.</param>
/// <param name="Query">
/// The query of the call as it came, still escaped and without the question mark; empty if there was none. As in the body,
/// <c>access_token</c> and <c>appsecret_proof</c> are left out.
/// </param>
/// <param name="Recipient">How the customer was addressed; null for an operation without a recipient.</param>
/// <param name="MessageId">The id that was answered for the message; null for a sender action, and for an operation that sends no messages.</param>
/// <param name="Body">
/// The JSON body exactly as it was received, blanks included; empty if there was none. Only <c>access_token</c> and
/// <c>appsecret_proof</c> are left out; they are no part of what is sent.
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
    string Body);

/// <summary>How a request addressed the customer.</summary>
/// <param name="Member">The member of <c>recipient</c> that was used, such as <c>id</c> or <c>comment_id</c>.</param>
/// <param name="Value">What it said.</param>
public sealed record RecipientAddress(string Member, string Value);
