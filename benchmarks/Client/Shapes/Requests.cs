using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PageMessagesGen.Benchmarks.Client.Shapes;

// The request as a careful colleague would write it by hand for a general serializer: the same members, records with init.
// EnumMember is for Newtonsoft.Json, JsonStringEnumMemberName for System.Text.Json.

public sealed record SendRequest
{
    public required Person Recipient { get; init; }

    public Kind? MessagingType { get; init; }

    public Content? Message { get; init; }

    public Action? SenderAction { get; init; }

    public JsonElement? Payload { get; init; }

    public Tag? Tag { get; init; }

    public Loudness? NotificationType { get; init; }

    public string? PersonaId { get; init; }
}

public sealed record Content
{
    public string? Text { get; init; }

    public Placeholders? DynamicText { get; init; }

    public Medium? Attachment { get; init; }

    public string? QuickReplyType { get; init; }

    public IReadOnlyList<Reply>? QuickReplies { get; init; }

    public string? Metadata { get; init; }
}

public sealed record Placeholders
{
    public required string Text { get; init; }

    public string? FallbackText { get; init; }
}

public sealed record Medium
{
    public required MediumType Type { get; init; }

    public Template? Payload { get; init; }
}

public sealed record Reply
{
    public required ReplyType ContentType { get; init; }

    public string? Title { get; init; }

    public string? ImageUrl { get; init; }

    public ReplyData? Data { get; init; }

    public string? Payload { get; init; }
}

public sealed record ReplyData
{
    public string? App { get; init; }

    public string? DestAddress { get; init; }

    public string? StickerId { get; init; }

    public long? PaymentAmount { get; init; }

    public string? PaymentCurrency { get; init; }

    public string? PaymentType { get; init; }

    public IReadOnlyList<string>? PollOptions { get; init; }

    public string? ProviderName { get; init; }

    public string? NativeUri { get; init; }
}

public sealed record Person
{
    public string? Id { get; init; }

    public string? PhoneNumber { get; init; }

    public PersonName? Name { get; init; }

    public string? UserRef { get; init; }

    public string? CommentId { get; init; }

    public string? PostId { get; init; }

    public string? PlayerId { get; init; }

    public string? OneTimeNotifToken { get; init; }

    public string? NotificationMessagesToken { get; init; }

    public string? LoginId { get; init; }
}

public sealed record PersonName
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }
}

public enum Kind
{
    [EnumMember(Value = "RESPONSE"), JsonStringEnumMemberName("RESPONSE")]
    Response,
    [EnumMember(Value = "UPDATE"), JsonStringEnumMemberName("UPDATE")]
    Update,
    [EnumMember(Value = "MESSAGE_TAG"), JsonStringEnumMemberName("MESSAGE_TAG")]
    MessageTag,
}

public enum Action
{
    [EnumMember(Value = "mark_seen"), JsonStringEnumMemberName("mark_seen")]
    MarkSeen,
    [EnumMember(Value = "typing_on"), JsonStringEnumMemberName("typing_on")]
    TypingOn,
    [EnumMember(Value = "typing_off"), JsonStringEnumMemberName("typing_off")]
    TypingOff,
}

public enum Tag
{
    [EnumMember(Value = "HUMAN_AGENT"), JsonStringEnumMemberName("HUMAN_AGENT")]
    HumanAgent,
}

public enum Loudness
{
    [EnumMember(Value = "REGULAR"), JsonStringEnumMemberName("REGULAR")]
    Regular,
    [EnumMember(Value = "NO_PUSH"), JsonStringEnumMemberName("NO_PUSH")]
    NoPush,
}

public enum MediumType
{
    [EnumMember(Value = "image"), JsonStringEnumMemberName("image")]
    Image,
    [EnumMember(Value = "template"), JsonStringEnumMemberName("template")]
    Template,
}

public enum ReplyType
{
    [EnumMember(Value = "text"), JsonStringEnumMemberName("text")]
    Text,
    [EnumMember(Value = "user_email"), JsonStringEnumMemberName("user_email")]
    UserEmail,
}
