using System.Globalization;
using System.Security.Cryptography;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>
/// Provides what the schema does not say about messages: the member that addresses the customer, and the response to an accepted
/// message.
/// </summary>
internal sealed class MessageEndpoint
{
    private static readonly string[] MediaTypes = ["audio", "video"];

    // Attachment ids consist of digits and are unique.
    private long _lastAttachment = 700_000_000_000_000;

    /// <summary>
    /// Determines whether an operation sends messages: its body has a recipient, and its response has the id of the message.
    /// </summary>
    public static bool Serves(SchemaDocument schema, Operation operation) =>
        FindRecipient(schema, operation) is not null && Declares(schema, operation, "message_id");

    /// <summary>Finds the member that addresses the customer: the first string or id in <c>recipient</c>, in schema order.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="body">A valid body.</param>
    /// <param name="refusal">
    /// The error if the recipient has no address, which is possible only if the schema has no rule for this; null otherwise.
    /// </param>
    public static RecipientAddress? FindAddress(SchemaDocument schema, Operation operation, WireObject body, out string? refusal)
    {
        refusal = null;
        if (FindRecipient(schema, operation) is not { } type || body.Find("recipient") is not WireObject recipient)
            return null;

        var addresses = type.Members.Where(m => m.Type is ScalarReference { Kind: ScalarKind.String or ScalarKind.StringOrInteger }).ToList();
        foreach (var address in addresses)
        {
            if (TextOf(recipient.Find(address.Name)) is { } value)
                return new RecipientAddress(address.Name, value);
        }

        refusal = $"Param recipient must contain one of {string.Join(", ", addresses.Select(a => a.Name))}.";
        return null;
    }

    /// <summary>Creates the response to an accepted message from the members that the response type of the operation declares.</summary>
    public GraphReply Accept(SchemaDocument schema, Operation operation, WireObject body, RecipientAddress? address)
    {
        var messageId = body.Find("message") is null or WireNull ? null : NewMessageId();
        (string Name, string? Value)[] members =
        [
            ("recipient_id", address is null ? null : RecipientIdOf(address)),
            ("message_id", messageId),
            ("attachment_id", SavesAttachment(body) ? NewAttachmentId() : null),
        ];
        var said = members.Where(m => m.Value is not null && Declares(schema, operation, m.Name));
        return new GraphReply(new WireObject(said.Select(m => new WireMember(m.Name, new WireText(m.Value!, default), default)).ToEquatableArray(), default), messageId);
    }

    /// <summary>Determines whether a message has audio or video, for which the server has a limit of its own.</summary>
    public static bool HasMedia(WireObject body) =>
        IsMedia(Find(body.Find("message"), "attachment")) || (Find(body.Find("message"), "attachments") is WireList list && list.Items.Any(IsMedia));

    private static bool IsMedia(WireValue? attachment) =>
        Find(attachment, "type") is WireText { Text: var type } && MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    private static string? TextOf(WireValue? value) => value switch
    {
        WireText text => text.Text,
        WireNumber number => number.Digits,
        _ => null,
    };

    private static ObjectType? FindRecipient(SchemaDocument schema, Operation operation) =>
        operation.Body is { } body && schema.FindType(body)?.FindMember("recipient")?.Type is ObjectReference reference ? schema.FindType(reference.Name) : null;

    private static bool Declares(SchemaDocument schema, Operation operation, string name) =>
        operation.Returns is ObjectReference answer && schema.FindType(answer.Name)?.FindMember(name) is not null;

    // The server has no id of its own for these two members. Every other address belongs to a person, whose id must always be the
    // same and must not reveal the address.
    private static string? RecipientIdOf(RecipientAddress address) => address.Member switch
    {
        "user_ref" or "phone_number" => null,
        "id" => address.Value,
        _ => FakeId.Of($"{address.Member}:{address.Value}"),
    };

    private static bool SavesAttachment(WireObject body) =>
        Find(Find(Find(Find(body, "message"), "attachment"), "payload"), "is_reusable") is WireBoolean { Value: true };

    private static WireValue? Find(WireValue? parent, string name) => (parent as WireObject)?.Find(name);

    private static string NewMessageId() => "m_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private string NewAttachmentId() => Interlocked.Increment(ref _lastAttachment).ToString(CultureInfo.InvariantCulture);
}
