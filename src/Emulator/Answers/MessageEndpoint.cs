using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Answers;

/// <summary>
/// What the emulator knows of messages beyond the schema: which member addresses the customer, and what an accepted request
/// is answered. An operation that speaks of other things passes through it with an empty answer.
/// </summary>
internal sealed class MessageEndpoint
{
    // Attachment ids are digits and never repeat.
    private long _lastAttachment = 700_000_000_000_000;

    /// <summary>Finds the member that addresses the customer: the first text in <c>recipient</c>, in the order of the schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">What was called.</param>
    /// <param name="body">A body that the schema allows.</param>
    /// <param name="refusal">What is wrong where there is a recipient without any address; null otherwise.</param>
    public static RecipientAddress? FindAddress(SchemaDocument schema, Operation operation, JsonElement body, out string? refusal)
    {
        refusal = null;
        if (schema.FindType(operation.Body)!.FindMember("recipient")?.Type is not ObjectReference reference ||
            !body.TryGetProperty("recipient", out var recipient))
        {
            return null;
        }

        var addresses = schema.FindType(reference.Name)!.Members.Where(m => m.Type is ScalarReference { Kind: ScalarKind.String }).ToList();
        foreach (var address in addresses)
        {
            if (recipient.TryGetProperty(address.Name, out var value))
                return new RecipientAddress(address.Name, value.GetString()!);
        }

        refusal = $"Param recipient must hold one of {string.Join(", ", addresses.Select(a => a.Name))}.";
        return null;
    }

    /// <summary>Makes up the answer to an accepted request, of what the operation's answer declares.</summary>
    public GraphReply Accept(SchemaDocument schema, Operation operation, JsonElement body, RecipientAddress? address)
    {
        var answer = schema.FindType(operation.Returns)!;
        var declaresId = Declares("recipient_id") || Declares("message_id") || Declares("attachment_id");
        return new GraphReply(
            Declares("recipient_id") && address is not null ? RecipientIdOf(address) : null,
            Declares("message_id") && body.TryGetProperty("message", out _) ? NewMessageId() : null,
            Declares("attachment_id") && SavesAttachment(body) ? NewAttachmentId() : null,
            Success: !declaresId && Declares("success"));

        bool Declares(string name) => answer.FindMember(name) is not null;
    }

    // The server knows no id of its own for these two. Behind every other address stands a person, whose id has to be the
    // same each time and must not reveal the address.
    private static string? RecipientIdOf(RecipientAddress address) => address.Member switch
    {
        "user_ref" or "phone_number" => null,
        "id" => address.Value,
        _ => MakeUpId(address),
    };

    private static string MakeUpId(RecipientAddress address)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{address.Member}:{address.Value}"));
        var number = BitConverter.ToUInt64(hash) % 1_000_000_000_000_000;
        return "9" + number.ToString("D15", CultureInfo.InvariantCulture);
    }

    private static bool SavesAttachment(JsonElement body) =>
        Find(Find(Find(Find(body, "message"), "attachment"), "payload"), "is_reusable") is { ValueKind: JsonValueKind.True };

    private static JsonElement? Find(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;

    private static string NewMessageId() => "m_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private string NewAttachmentId() => Interlocked.Increment(ref _lastAttachment).ToString(CultureInfo.InvariantCulture);
}
