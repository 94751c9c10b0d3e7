using System.Text.Json.Serialization;

namespace PageMessagesGen.Emulator.State;

/// <summary>A customer of a Page.</summary>
/// <param name="Id">The Page-scoped or Instagram-scoped id.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name.</param>
/// <param name="Platform">The platform, such as <c>messenger</c>; null if it is unknown.</param>
/// <param name="LastAction">When the customer last wrote, tapped or otherwise opened the 24-hour window.</param>
internal sealed record Person(string Id, string FirstName, string LastName, string? Platform, DateTimeOffset LastAction)
{
    /// <summary>Gets the app that has the thread; null for the app that uses the emulator.</summary>
    public string? ThreadOwner { get; init; }

    /// <summary>Gets a value that indicates whether the Page has blocked or banned the customer.</summary>
    public bool IsBlockedByPage { get; init; }

    /// <summary>Gets the full name.</summary>
    [JsonIgnore]
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>An attachment that was saved for reuse.</summary>
internal sealed record SavedAttachment(string Id, string Type, string? Url);

/// <summary>A persona of a Page.</summary>
internal sealed record SavedPersona(string Id, string Name, string ProfilePictureUrl);

/// <summary>A template for utility messages.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name, by which messages refer to it together with the language.</param>
/// <param name="Language">The language, such as <c>en</c>.</param>
/// <param name="Status">The status, such as <c>APPROVED</c>.</param>
/// <param name="Json">The request that created it.</param>
internal sealed record SavedTemplate(string Id, string Name, string Language, string Status, string Json);

/// <summary>A token by which a customer lets a Page write outside the window.</summary>
/// <param name="Value">The token.</param>
/// <param name="PersonId">The customer.</param>
/// <param name="IsOneTime">Whether it is for one message only.</param>
/// <param name="Given">When the customer gave it.</param>
/// <param name="IsSpent">Whether it can no longer be used.</param>
internal sealed record NotificationToken(string Value, string PersonId, bool IsOneTime, DateTimeOffset Given, bool IsSpent);

/// <summary>A comment on a post of a Page, or a post by a visitor, to which one private reply is possible.</summary>
internal sealed record Comment(string Id, string PersonId, string Text, DateTimeOffset Written, bool IsAnswered);

/// <summary>What a Page has set under a name, such as a part of its Messenger profile or the menu of one customer.</summary>
internal sealed record Setting(string Name, string Json);

/// <summary>How the state is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(SavedAttachment))]
[JsonSerializable(typeof(SavedPersona))]
[JsonSerializable(typeof(SavedTemplate))]
[JsonSerializable(typeof(NotificationToken))]
[JsonSerializable(typeof(Comment))]
[JsonSerializable(typeof(Setting))]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
