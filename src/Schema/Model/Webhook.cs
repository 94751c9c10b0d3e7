namespace PageMessagesGen.Schema.Model;

/// <summary>What the server posts to an app.</summary>
/// <param name="Summary">What it is about.</param>
/// <param name="Objects">The kinds of objects that it is about, each with its platform.</param>
/// <param name="Events">The events, in the order in which they are looked for: those with a flag come first.</param>
internal sealed record Webhook(string Summary, EquatableArray<WebhookObject> Objects, NamedList<WebhookEventType> Events)
{
    /// <summary>The name of the union of all events.</summary>
    public const string Event = "WebhookEvent";

    /// <summary>The name of the shape for events that the schema does not have.</summary>
    public const string UnknownEvent = "UnknownEvent";

    /// <summary>The name of the body.</summary>
    public const string Delivery = "WebhookDelivery";

    /// <summary>The name of a part of the body, for one object.</summary>
    public const string Entry = "WebhookEntry";

    /// <summary>The member of a change that tells what has changed.</summary>
    public const string Field = "field";

    /// <summary>The member of a change that has its content.</summary>
    public const string Value = "value";

    /// <summary>Gets the names of the types that every webhook has.</summary>
    public static IReadOnlyList<string> TypeNames { get; } = [Event, UnknownEvent, Delivery, Entry];
}

/// <summary>A kind of object that events are about.</summary>
/// <param name="Name">Its name on the wire, such as <c>page</c>.</param>
/// <param name="Platform">The platform; null if the schema tells none apart.</param>
internal sealed record WebhookObject(string Name, string? Platform);

/// <summary>An event. The object of the same name has its members.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">The fields that an app subscribes to for it.</param>
/// <param name="IsChange">Whether it is a change, which a field names, and not a part of a conversation, which a member names.</param>
/// <param name="Member">The member that names it, or <see cref="Webhook.Value"/>.</param>
/// <param name="Flag">The Boolean in that member that must be true, or null.</param>
internal sealed record WebhookEventType(string Name, EquatableArray<string> Fields, bool IsChange, string Member, string? Flag) : INamed
{
    /// <summary>Gets the path to the customer's id. Like all paths of an event, it leads through objects only.</summary>
    public MemberPath? Customer { get; init; }

    /// <summary>Gets the paths to what repeated deliveries have in common; none if they cannot be told from others.</summary>
    public EquatableArray<MemberPath> Identity { get; init; }

    /// <summary>Gets the path to the time of the event.</summary>
    public MemberPath? Time { get; init; }

    /// <summary>Gets a value that indicates whether it opens the window in which the customer can be answered.</summary>
    public bool OpensWindow { get; init; }

    /// <summary>Gets what it tells of a message of the Page, if it does.</summary>
    public EventEcho? Echo { get; init; }
}

/// <summary>What an event tells of a message that a Page has sent.</summary>
/// <param name="Correlation">The path to the string that the request had.</param>
/// <param name="MessageId">The path to the id of the message.</param>
internal sealed record EventEcho(MemberPath Correlation, MemberPath MessageId);
