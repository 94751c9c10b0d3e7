namespace PageMessagesGen.Emulator.Inbox;

/// <summary>The state of an emulator, beside its journal.</summary>
/// <param name="Now">The time by its clock.</param>
/// <param name="Offset">How much its clock was advanced.</param>
internal sealed record InboxState(DateTimeOffset Now, TimeSpan Offset)
{
    /// <summary>Gets the Pages.</summary>
    public IReadOnlyList<InboxPage> Pages { get; init; } = [];

    /// <summary>Gets the customers.</summary>
    public IReadOnlyList<InboxPerson> People { get; init; } = [];

    /// <summary>Gets the message templates.</summary>
    public IReadOnlyList<InboxTemplate> Templates { get; init; } = [];

    /// <summary>Gets the personas.</summary>
    public IReadOnlyList<InboxPersona> Personas { get; init; } = [];

    /// <summary>Gets the faults.</summary>
    public IReadOnlyCollection<Fault> Faults { get; init; } = [];

    /// <summary>Gets the webhook, if the emulator has one.</summary>
    public InboxWebhook? Webhook { get; init; }
}

/// <summary>A Page.</summary>
/// <param name="Id">The id.</param>
/// <param name="Menu">A JSON object with the parts of its profile, such as <c>persistent_menu</c>; null if none was set.</param>
internal sealed record InboxPage(string Id, string? Menu = null);

/// <summary>A customer of a Page.</summary>
/// <param name="PageId">The id of the Page.</param>
/// <param name="Id">The id of the customer.</param>
/// <param name="Name">The name.</param>
/// <param name="IsInstagram">Whether the customer writes on Instagram rather than on Messenger.</param>
internal sealed record InboxPerson(string PageId, string Id, string Name, bool IsInstagram)
{
    /// <summary>Gets a value that indicates whether the customer cannot be reached.</summary>
    public bool IsUnavailable { get; init; }

    /// <summary>Gets the time until which the Page can respond; null if it cannot.</summary>
    public DateTimeOffset? ResponseUntil { get; init; }

    /// <summary>Gets the time until which a person can respond for the Page; null if none can.</summary>
    public DateTimeOffset? HumanAgentUntil { get; init; }

    /// <summary>Gets the id of the app that controls the conversation; null if it is not known.</summary>
    public string? ThreadOwner { get; init; }

    /// <summary>Gets a value that indicates whether the customer sees the typing indicator.</summary>
    public bool IsTypingShown { get; init; }
}

/// <summary>A message template.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Language">The language.</param>
/// <param name="Status">The status, such as <c>PENDING</c>.</param>
internal sealed record InboxTemplate(string Id, string Name, string Language, string Status);

/// <summary>A persona.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="PictureUrl">The URL of the picture, if any.</param>
internal sealed record InboxPersona(string Id, string Name, string? PictureUrl);

/// <summary>The webhook that events are posted to.</summary>
/// <param name="Url">The address.</param>
/// <param name="IsVerified">Whether the address has been verified.</param>
internal sealed record InboxWebhook(string Url, bool IsVerified);
