using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>
/// Accepts messages and sender actions. It provides what the schema does not say about them: the member that addresses the customer, and
/// the response.
/// </summary>
internal sealed class MessageEndpoint(EmulatorState state, bool isStateful) : IEndpoint
{
    private static readonly string[] MediaTypes = ["audio", "video"];

    private readonly MessageState? _rules = isStateful ? new MessageState(state) : null;

    /// <summary>
    /// Determines whether an operation sends messages: its body has a recipient, and its response has the id of the message.
    /// </summary>
    public bool Serves(SchemaDocument schema, Operation operation) =>
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
            if (Wire.FindText(recipient, address.Name) is { } value)
                return new RecipientAddress(address.Name, value);
        }

        refusal = $"Param recipient must contain one of {string.Join(", ", addresses.Select(a => a.Name))}.";
        return null;
    }

    /// <summary>Refuses a message that what happened before does not allow, or accepts it.</summary>
    public GraphResponse Answer(AcceptedCall call) => _rules?.Refuse(call) is { } refusal ? refusal : Accept(call);

    /// <summary>Creates the response that there would be to a message, which is not delivered.</summary>
    public GraphReply Pretend(AcceptedCall call) => Reply(call, SavesAttachment(call) ? NewId.OfObject() : null);

    private GraphReply Accept(AcceptedCall call) =>
        Reply(call, SavesAttachment(call) ? AttachmentEndpoint.Save(state, call.PageId, Wire.Find(call.Body, "message", "attachment")).Id : null);

    // The members that the response type of the operation declares.
    private GraphReply Reply(AcceptedCall call, string? attachmentId)
    {
        var messageId = Wire.Find(call.Body, "message") is null ? null : NewId.OfMessage();
        (string Name, string? Value)[] members =
        [
            ("recipient_id", RecipientIdOf(call)),
            ("message_id", messageId),
            ("attachment_id", attachmentId),
        ];
        var said = members.Where(m => m.Value is not null && Declares(call.Route.Schema, call.Route.Operation, m.Name));
        return new GraphReply(Wire.Object([.. said.Select(m => (m.Name, Wire.Text(m.Value)))]), messageId);
    }

    /// <summary>Determines whether a message has audio or video, for which the server has a limit of its own.</summary>
    public static bool HasMedia(WireObject body) =>
        IsMedia(Wire.Find(body, "message", "attachment")) || Wire.ItemsOf(Wire.Find(body, "message", "attachments")).Any(IsMedia);

    /// <summary>Finds the customer that an address belongs to. It is null if the server has no id of its own for them.</summary>
    public static string? FindPerson(EmulatorState state, string pageId, RecipientAddress? address) => address?.Member switch
    {
        null or "user_ref" or "phone_number" => null,
        "id" => address.Value,
        "comment_id" or "post_id" when state.Comments.Find(pageId, address.Value) is { } comment => comment.PersonId,
        "one_time_notif_token" or "notification_messages_token" when state.Tokens.Find(pageId, address.Value) is { } token => token.PersonId,

        // The id of a person must always be the same, and must not reveal the address.
        _ => FakeId.Of($"{address.Member}:{address.Value}"),
    };

    private static bool IsMedia(WireValue? attachment) =>
        Wire.FindText(attachment, "type") is { } type && MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    private static ObjectType? FindRecipient(SchemaDocument schema, Operation operation) =>
        operation.Body is { } body && schema.FindType(body)?.FindMember("recipient")?.Type is ObjectReference reference ? schema.FindType(reference.Name) : null;

    private static bool Declares(SchemaDocument schema, Operation operation, string name) =>
        operation.Returns is ObjectReference answer && schema.FindType(answer.Name)?.FindMember(name) is not null;

    private string? RecipientIdOf(AcceptedCall call) => FindPerson(state, call.PageId, call.Address);

    private static bool SavesAttachment(AcceptedCall call) =>
        Wire.Find(call.Body, "message", "attachment", "payload", "is_reusable") is WireBoolean { Value: true };
}
