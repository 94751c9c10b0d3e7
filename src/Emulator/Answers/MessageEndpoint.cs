using System.Globalization;
using System.Security.Cryptography;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Answers;

/// <summary>
/// What the emulator knows of messages beyond the schema: which member addresses the customer, and what an accepted message
/// is answered.
/// </summary>
internal sealed class MessageEndpoint
{
    // Attachment ids are digits and never repeat.
    private long _lastAttachment = 700_000_000_000_000;

    /// <summary>Tells whether an operation sends messages: its body says to whom, and its answer has the message's id.</summary>
    public static bool Serves(SchemaDocument schema, Operation operation) =>
        FindRecipient(schema, operation) is not null && Declares(schema, operation, "message_id");

    /// <summary>Finds the member that addresses the customer: the first string or id in <c>recipient</c>, in the order of the schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">What was called.</param>
    /// <param name="body">A body that the schema allows.</param>
    /// <param name="refusal">
    /// What is wrong where there is a recipient without any address, which only a schema without a rule for this allows; null otherwise.
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

        refusal = $"Param recipient must hold one of {string.Join(", ", addresses.Select(a => a.Name))}.";
        return null;
    }

    /// <summary>Makes up the answer to an accepted message, of what the operation's answer declares.</summary>
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

    private static string? TextOf(WireValue? value) => value switch
    {
        WireText text => text.Text,
        WireNumber number => number.Digits,
        _ => null,
    };

    private static ObjectType? FindRecipient(SchemaDocument schema, Operation operation) =>
        operation.Body is { } body && schema.FindType(body)?.FindMember("recipient")?.Type is ObjectReference reference ? schema.FindType(reference.Name) : null;

    private static bool Declares(SchemaDocument schema, Operation operation, string name) =>
        schema.FindType(operation.Returns)?.FindMember(name) is not null;

    // The server knows no id of its own for these two. Behind every other address stands a person, whose id has to be the
    // same each time and must not reveal the address.
    private static string? RecipientIdOf(RecipientAddress address) => address.Member switch
    {
        "user_ref" or "phone_number" => null,
        "id" => address.Value,
        _ => MadeUpId.Of($"{address.Member}:{address.Value}"),
    };

    private static bool SavesAttachment(WireObject body) =>
        Find(Find(Find(Find(body, "message"), "attachment"), "payload"), "is_reusable") is WireBoolean { Value: true };

    private static WireValue? Find(WireValue? parent, string name) => (parent as WireObject)?.Find(name);

    private static string NewMessageId() => "m_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private string NewAttachmentId() => Interlocked.Increment(ref _lastAttachment).ToString(CultureInfo.InvariantCulture);
}
