namespace PageMessagesGen.Emulator;

/// <summary>One call that the emulator accepted: what a customer really got.</summary>
/// <param name="Sequence">Its number in the ledger; the first is 1.</param>
/// <param name="Time">When it was accepted, by the clock of <see cref="GraphEmulatorOptions.TimeProvider"/>, in UTC.</param>
/// <param name="PageId">The Page that sent it.</param>
/// <param name="Operation">The name of the operation in the schema, such as <c>send</c>.</param>
/// <param name="Recipient">How the customer was addressed; null for an operation without a recipient.</param>
/// <param name="MessageId">The id that was answered for the message; null for a sender action.</param>
/// <param name="Body">
/// The JSON body exactly as it was received, blanks included. Only <c>access_token</c> and <c>appsecret_proof</c> are left out;
/// they are no part of what is sent.
/// </param>
public sealed record Delivery(
    long Sequence,
    DateTimeOffset Time,
    string PageId,
    string Operation,
    RecipientAddress? Recipient,
    string? MessageId,
    string Body);

/// <summary>How a request addressed the customer.</summary>
/// <param name="Member">The member of <c>recipient</c> that was used, such as <c>id</c> or <c>comment_id</c>.</param>
/// <param name="Value">What it said.</param>
public sealed record RecipientAddress(string Member, string Value);
