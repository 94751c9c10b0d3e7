using System.Text.Json;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>The conversation in which something happens.</summary>
/// <param name="PageId">The Page or the Instagram account.</param>
/// <param name="PersonId">The customer.</param>
/// <param name="IsInstagram">A value that indicates whether it is a conversation on Instagram.</param>
/// <param name="Time">When it happens.</param>
internal sealed record WebhookOrigin(string PageId, string PersonId, bool IsInstagram, DateTimeOffset Time)
{
    /// <summary>Gets a value that indicates whether another app owns the thread.</summary>
    public bool IsStandby { get; init; }
}

/// <summary>A message of a customer or, as an echo, of a Page.</summary>
/// <param name="Id">The id of the message.</param>
internal sealed record WebhookMessage(string Id)
{
    /// <summary>Gets the text.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the payload of the quick reply that was tapped.</summary>
    public string? QuickReplyPayload { get; init; }

    /// <summary>Gets the id of the message that this one replies to.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Gets a value that indicates whether the customer replies to a message of their own.</summary>
    public bool IsSelfReply { get; init; }

    /// <summary>Gets the story that the message replies to, on Instagram.</summary>
    public WebhookStory? ReplyToStory { get; init; }

    /// <summary>Gets the attachments.</summary>
    public IReadOnlyList<WebhookAttachment> Attachments { get; init; } = [];
}

/// <summary>A story on Instagram.</summary>
internal sealed record WebhookStory(string Id, string Url);

/// <summary>An attachment.</summary>
/// <param name="Type">The type, such as <c>image</c>.</param>
/// <param name="Payload">Writes the members of the payload.</param>
internal sealed record WebhookAttachment(string Type, Action<Utf8JsonWriter> Payload)
{
    /// <summary>Gets the title, such as the name of a place.</summary>
    public string? Title { get; init; }

    public static WebhookAttachment Image(string url) => OfUrl("image", url);

    /// <summary>Creates a medium or a file.</summary>
    /// <exception cref="ArgumentException">The type is another one.</exception>
    public static WebhookAttachment Of(string type, string url) => type is "image" or "video" or "audio" or "file"
        ? OfUrl(type, url)
        : throw new ArgumentException("The type must be image, video, audio or file.", nameof(type));

    /// <summary>Creates a sticker. Since 30 August 2026, it has a type of its own and is no image.</summary>
    public static WebhookAttachment Sticker(long id, string url) => new("sticker", json =>
    {
        json.WriteString("url", url);
        json.WriteNumber("sticker_id", id);
    });

    public static WebhookAttachment Location(double latitude, double longitude, string? title = null) => new("location", json =>
    {
        json.WriteStartObject("coordinates");
        json.WriteNumber("lat", latitude);
        json.WriteNumber("long", longitude);
        json.WriteEndObject();
    })
    {
        Title = title,
    };

    /// <summary>Creates a template, as an echo has it.</summary>
    /// <param name="payload">The payload of the request, a JSON object.</param>
    public static WebhookAttachment Template(string payload) => new("template", json =>
    {
        using var document = JsonDocument.Parse(payload);
        foreach (var member in document.RootElement.EnumerateObject())
            member.WriteTo(json);
    });

    private static WebhookAttachment OfUrl(string type, string url) => new(type, json => json.WriteString("url", url));
}

/// <summary>The link through which a customer came.</summary>
/// <param name="Ref">The ref parameter of the link.</param>
internal sealed record WebhookReferral(string Ref)
{
    /// <summary>Gets the source, such as <c>SHORTLINK</c> for m.me links.</summary>
    public string Source { get; init; } = "SHORTLINK";
}

/// <summary>The consent to notifications.</summary>
/// <param name="Payload">The payload of the request for consent.</param>
/// <param name="Title">Its title.</param>
/// <param name="Token">The token with which notifications can be sent.</param>
/// <param name="Expiry">When the token expires.</param>
internal sealed record WebhookSubscription(string Payload, string Title, string Token, DateTimeOffset Expiry)
{
    /// <summary>Gets the frequency, such as <c>DAILY</c>.</summary>
    public string? Frequency { get; init; }

    /// <summary>Gets the time zone, such as <c>Europe/Helsinki</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets a value that indicates whether the token replaces an older one.</summary>
    public bool IsRefreshed { get; init; }

    /// <summary>Gets a value that indicates whether notifications are stopped (<see langword="true"/>) or resumed; null if neither has happened.</summary>
    public bool? IsStopped { get; init; }
}

/// <summary>A comment on a post.</summary>
/// <param name="Id">The id of the comment.</param>
/// <param name="PostId">The id of the post; on Instagram, of the media.</param>
/// <param name="Text">The text.</param>
/// <param name="Author">The name of the customer; on Instagram, the user name.</param>
internal sealed record WebhookComment(string Id, string PostId, string Text, string Author)
{
    /// <summary>Gets the id of the comment that this one replies to.</summary>
    public string? ParentId { get; init; }
}
