using System.Text.Json.Serialization;

namespace PageMessagesGen.Emulator.Inbox;

/// <summary>What a customer does.</summary>
internal sealed record InboxAction
{
    /// <summary>The names of all actions.</summary>
    public static readonly string[] Names =
    [
        "text", "quick_reply", "postback", "picture", "reaction", "unreaction", "comment", "get_started", "referral", "opt_in", "block", "unblock", "read",
    ];

    /// <summary>Gets the id of the Page.</summary>
    public required string PageId { get; init; }

    /// <summary>Gets the id of the customer.</summary>
    public required string PersonId { get; init; }

    /// <summary>Gets the name of the action, one of <see cref="Names"/>.</summary>
    public required string Action { get; init; }

    /// <summary>Gets the text of a message or a comment.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the payload of a quick reply, of a button or of an opt-in.</summary>
    public string? Payload { get; init; }

    /// <summary>Gets the title of a quick reply or of a button.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the id of the message that is reacted to, or that has the quick reply or the button.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the emoji of a reaction.</summary>
    public string? Emoji { get; init; }

    /// <summary>Gets the URL of a picture.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the parameter of a referral.</summary>
    public string? Ref { get; init; }
}

/// <summary>A customer to be added.</summary>
internal sealed record NewPerson
{
    /// <summary>Gets the id of the Page.</summary>
    public required string PageId { get; init; }

    /// <summary>Gets the platform, <c>messenger</c> or <c>instagram</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }
}

/// <summary>The decision on a message template.</summary>
internal sealed record TemplateDecision
{
    /// <summary>Gets the id of the template.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the new status, <c>APPROVED</c> or <c>REJECTED</c>.</summary>
    public required string Status { get; init; }
}

/// <summary>A change of the clock: one of the two members.</summary>
internal sealed record ClockChange
{
    /// <summary>Gets by how many seconds the clock advances.</summary>
    public double? AdvanceSeconds { get; init; }

    /// <summary>Gets a value that indicates whether the clock is set to the current time.</summary>
    public bool Reset { get; init; }
}

/// <summary>Reads requests without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(InboxAction))]
[JsonSerializable(typeof(NewPerson))]
[JsonSerializable(typeof(TemplateDecision))]
[JsonSerializable(typeof(ClockChange))]
internal sealed partial class InboxRequestContext : JsonSerializerContext;
