using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PageMessagesGen.Emulator.Http;

namespace PageMessagesGen.Emulator.Webhooks;

/// <summary>Creates the events of conversations and comments.</summary>
internal static class WebhookEvents
{
    // The words for emoji of the reaction bar. Any other emoji is "other".
    private static readonly Dictionary<string, string> ReactionWords = new(StringComparer.Ordinal)
    {
        ["😆"] = "smile",
        ["😂"] = "smile",
        ["😠"] = "angry",
        ["😡"] = "angry",
        ["😢"] = "sad",
        ["😮"] = "wow",
        ["😍"] = "love",
        ["❤"] = "love",
        ["👍"] = "like",
        ["👎"] = "dislike",
    };

    /// <summary>Creates a message of a customer.</summary>
    public static WebhookEvent Message(WebhookOrigin origin, WebhookMessage message) =>
        FromPerson(origin, "message", json => WriteMessage(json, message, origin.IsInstagram));

    /// <summary>Creates the echo of a message that the Page sent.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="message">The message.</param>
    /// <param name="appId">The app that sent it; null for the inbox of the Page.</param>
    /// <param name="metadata">The metadata of the request.</param>
    public static WebhookEvent Echo(WebhookOrigin origin, WebhookMessage message, string? appId, string? metadata) =>
        Create(origin, origin.PageId, origin.PersonId, "message", json =>
        {
            WriteMessage(json, message, origin.IsInstagram);
            json.WriteBoolean("is_echo", true);
            if (appId is not null)
                json.WriteNumber("app_id", long.Parse(appId, CultureInfo.InvariantCulture));
            WriteIfAny(json, "metadata", metadata);
        });

    /// <summary>Creates the edit of a message by a customer.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="text">The new text.</param>
    /// <param name="edits">The number of edits so far.</param>
    public static WebhookEvent Edit(WebhookOrigin origin, string messageId, string text, int edits) => FromPerson(origin, "message_edit", json =>
    {
        json.WriteString("mid", messageId);
        json.WriteString("text", text);
        json.WriteNumber("num_edit", edits);
    });

    /// <summary>Creates a reaction to a message.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="emoji">The emoji.</param>
    public static WebhookEvent Reaction(WebhookOrigin origin, string messageId, string emoji) => Reaction(origin, messageId, "react", emoji);

    /// <summary>Creates the removal of a reaction. On Instagram, it does not say which one.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="emoji">The emoji; null if it is unknown.</param>
    public static WebhookEvent Unreaction(WebhookOrigin origin, string messageId, string? emoji) =>
        Reaction(origin, messageId, "unreact", origin.IsInstagram ? null : emoji);

    /// <summary>Creates the tap of a button, or of an entry of a menu.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="messageId">The id of the postback.</param>
    /// <param name="title">The title of the button.</param>
    /// <param name="payload">Its payload; null if another app sent the button.</param>
    /// <param name="referral">The link that began the conversation.</param>
    public static WebhookEvent Postback(WebhookOrigin origin, string messageId, string title, string? payload, WebhookReferral? referral = null) =>
        FromPerson(origin, "postback", json =>
        {
            json.WriteString("mid", messageId);
            json.WriteString("title", title);
            WriteIfAny(json, "payload", payload);
            if (referral is not null)
                WriteObject(json, "referral", () => WriteReferral(json, referral));
        });

    /// <summary>Creates the tap of the Get Started button, with which a conversation on Messenger begins.</summary>
    public static WebhookEvent GetStarted(WebhookOrigin origin, string messageId, string payload, WebhookReferral? referral = null) =>
        Postback(origin, messageId, "Get Started", payload, referral);

    /// <summary>Creates the notice that messages were delivered.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="messageIds">The messages.</param>
    /// <param name="watermark">The time before which all messages were delivered.</param>
    public static WebhookEvent Delivered(WebhookOrigin origin, IReadOnlyList<string> messageIds, DateTimeOffset watermark) =>
        FromPerson(origin, "delivery", json =>
        {
            json.WriteStartArray("mids");
            foreach (var id in messageIds)
                json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteNumber("watermark", watermark.ToUnixTimeMilliseconds());
        });

    /// <summary>Creates the notice that messages were read.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="messageId">The message that was read, which Instagram names.</param>
    /// <param name="watermark">The time before which all messages were read, which Messenger names.</param>
    public static WebhookEvent Read(WebhookOrigin origin, string messageId, DateTimeOffset watermark) => FromPerson(origin, "read", json =>
    {
        if (origin.IsInstagram)
            json.WriteString("mid", messageId);
        else
            json.WriteNumber("watermark", watermark.ToUnixTimeMilliseconds());
    });

    /// <summary>Creates the notice that a customer opened a conversation through a link.</summary>
    public static WebhookEvent Referral(WebhookOrigin origin, WebhookReferral referral) => FromPerson(origin, "referral", json => WriteReferral(json, referral));

    /// <summary>Creates the consent to a single notification.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="payload">The payload of the request for consent.</param>
    /// <param name="token">The token with which the notification can be sent.</param>
    public static WebhookEvent OptInOnce(WebhookOrigin origin, string payload, string token) => FromPerson(origin, "optin", json =>
    {
        json.WriteString("type", "one_time_notif_req");
        json.WriteString("payload", payload);
        json.WriteString("one_time_notif_token", token);
    });

    /// <summary>Creates the consent to notifications, or its end.</summary>
    public static WebhookEvent OptIn(WebhookOrigin origin, WebhookSubscription subscription) => FromPerson(origin, "optin", json =>
    {
        json.WriteString("type", "notification_messages");
        json.WriteString("payload", subscription.Payload);
        json.WriteString("title", subscription.Title);
        json.WriteString("notification_messages_token", subscription.Token);
        WriteIfAny(json, "notification_messages_frequency", subscription.Frequency);
        WriteIfAny(json, "notification_messages_timezone", subscription.TimeZone);
        json.WriteNumber("token_expiry_timestamp", subscription.Expiry.ToUnixTimeMilliseconds());
        json.WriteString("user_token_status", subscription.IsRefreshed ? "REFRESHED" : "NOT_REFRESHED");
        if (subscription.IsStopped is { } isStopped)
            json.WriteString("notification_messages_status", isStopped ? "STOP_NOTIFICATIONS" : "RESUME_NOTIFICATIONS");
    });

    /// <summary>Creates the notice that a customer has logged in.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="authorizationCode">The code that the login page of the business passed on.</param>
    public static WebhookEvent AccountLinked(WebhookOrigin origin, string authorizationCode) => FromPerson(origin, "account_linking", json =>
    {
        json.WriteString("status", "linked");
        json.WriteString("authorization_code", authorizationCode);
    });

    /// <summary>Creates the notice that a customer has logged out.</summary>
    public static WebhookEvent AccountUnlinked(WebhookOrigin origin) => FromPerson(origin, "account_linking", json => json.WriteString("status", "unlinked"));

    /// <summary>Creates the notice that the app got the thread.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="previousAppId">The app that owned it; null if none did.</param>
    /// <param name="newAppId">The app that owns it now.</param>
    /// <param name="metadata">The metadata of the request.</param>
    public static WebhookEvent PassThreadControl(WebhookOrigin origin, string? previousAppId, string newAppId, string? metadata) =>
        FromPerson(origin, "pass_thread_control", json => WriteOwners(json, previousAppId, newAppId, metadata));

    /// <summary>Creates the notice that another app took the thread.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="previousAppId">The app that owned it; null if none did.</param>
    /// <param name="newAppId">The app that owns it now.</param>
    /// <param name="metadata">The metadata of the request.</param>
    public static WebhookEvent TakeThreadControl(WebhookOrigin origin, string? previousAppId, string newAppId, string? metadata) =>
        FromPerson(origin, "take_thread_control", json => WriteOwners(json, previousAppId, newAppId, metadata));

    /// <summary>Creates the notice that another app asks for the thread.</summary>
    /// <param name="origin">The conversation.</param>
    /// <param name="appId">The app that asks for it.</param>
    /// <param name="metadata">The metadata of the request.</param>
    public static WebhookEvent RequestThreadControl(WebhookOrigin origin, string appId, string? metadata) => FromPerson(origin, "request_thread_control", json =>
    {
        json.WriteString("requested_owner_app_id", appId);
        WriteIfAny(json, "metadata", metadata);
    });

    /// <summary>Creates the notice of a measure against a Page. It is about no customer, so it has no sender.</summary>
    /// <param name="pageId">The Page.</param>
    /// <param name="time">When the measure was taken.</param>
    /// <param name="action">The measure: <c>warning</c>, <c>block</c> or <c>unblock</c>.</param>
    /// <param name="reason">The reason; none for <c>unblock</c>.</param>
    public static WebhookEvent PolicyEnforcement(string pageId, DateTimeOffset time, string action, string? reason) =>
        Create(new WebhookOrigin(pageId, "", IsInstagram: false, time), null, pageId, "policy_enforcement", json =>
        {
            json.WriteString("action", action);
            WriteIfAny(json, "reason", reason);
        });

    /// <summary>Creates a new comment. It is a change of the Page or of the media, and not part of a conversation.</summary>
    public static WebhookEvent Comment(WebhookOrigin origin, WebhookComment comment)
    {
        var value = Write(json =>
        {
            if (origin.IsInstagram)
                WriteInstagramComment(json, origin, comment);
            else
                WritePageComment(json, origin, comment);
        });
        return new WebhookEvent(origin.PageId, origin.IsInstagram, IsStandby: false, origin.IsInstagram ? "comments" : "feed", value) { PersonId = origin.PersonId };
    }

    private static WebhookEvent Reaction(WebhookOrigin origin, string messageId, string action, string? emoji) => FromPerson(origin, "reaction", json =>
    {
        json.WriteString("mid", messageId);
        json.WriteString("action", action);
        if (emoji is null)
            return;

        // An emoji can end with a selector of its colored form.
        json.WriteString("reaction", ReactionWord(emoji.TrimEnd('\uFE0F'), origin.IsInstagram));
        json.WriteString("emoji", emoji);
    });

    // Instagram calls one of them by another word, and has no dislike.
    private static string ReactionWord(string emoji, bool isInstagram) => ReactionWords.GetValueOrDefault(emoji) switch
    {
        "smile" when isInstagram => "laugh",
        "dislike" when isInstagram => "other",
        var word => word ?? "other",
    };

    private static WebhookEvent FromPerson(WebhookOrigin origin, string member, Action<Utf8JsonWriter> write) =>
        Create(origin, origin.PersonId, origin.PageId, member, write);

    private static WebhookEvent Create(WebhookOrigin origin, string? sender, string recipient, string member, Action<Utf8JsonWriter> write)
    {
        var text = Write(json =>
        {
            if (sender is not null)
                WriteObject(json, "sender", () => json.WriteString("id", sender));
            WriteObject(json, "recipient", () => json.WriteString("id", recipient));
            json.WriteNumber("timestamp", origin.Time.ToUnixTimeMilliseconds());
            WriteObject(json, member, () => write(json));
        });
        return new WebhookEvent(origin.PageId, origin.IsInstagram, origin.IsStandby, Field: null, text) { PersonId = sender is null ? null : origin.PersonId };
    }

    private static void WriteMessage(Utf8JsonWriter json, WebhookMessage message, bool isInstagram)
    {
        json.WriteString("mid", message.Id);
        WriteIfAny(json, "text", message.Text);
        if (message.QuickReplyPayload is { } payload)
            WriteObject(json, "quick_reply", () => json.WriteString("payload", payload));
        WriteReplyTo(json, message, isInstagram);
        if (message.Attachments.Count == 0)
            return;
        json.WriteStartArray("attachments");
        foreach (var attachment in message.Attachments)
        {
            json.WriteStartObject();
            WriteIfAny(json, "title", attachment.Title);
            json.WriteString("type", attachment.Type);
            WriteObject(json, "payload", () => attachment.Payload(json));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReplyTo(Utf8JsonWriter json, WebhookMessage message, bool isInstagram)
    {
        if (message.ReplyToStory is { } story)
        {
            WriteObject(json, "reply_to", () => WriteObject(json, "story", () =>
            {
                json.WriteString("url", story.Url);
                json.WriteString("id", story.Id);
            }));
        }
        else if (message.ReplyToId is { } id)
        {
            WriteObject(json, "reply_to", () =>
            {
                json.WriteString("mid", id);
                json.WriteBoolean("is_self_reply", message.IsSelfReply);
            });
        }
    }

    private static void WriteReferral(Utf8JsonWriter json, WebhookReferral referral)
    {
        json.WriteString("ref", referral.Ref);
        json.WriteString("source", referral.Source);
        json.WriteString("type", "OPEN_THREAD");
    }

    private static void WriteOwners(Utf8JsonWriter json, string? previous, string next, string? metadata)
    {
        json.WriteString("previous_owner_app_id", previous);
        json.WriteString("new_owner_app_id", next);
        WriteIfAny(json, "metadata", metadata);
    }

    private static void WritePageComment(Utf8JsonWriter json, WebhookOrigin origin, WebhookComment comment)
    {
        WriteObject(json, "from", () =>
        {
            json.WriteString("id", origin.PersonId);
            json.WriteString("name", comment.Author);
        });
        json.WriteString("item", "comment");
        json.WriteString("verb", "add");
        json.WriteString("comment_id", comment.Id);
        json.WriteString("post_id", comment.PostId);
        json.WriteString("parent_id", comment.ParentId ?? comment.PostId);
        json.WriteNumber("created_time", origin.Time.ToUnixTimeSeconds());
        json.WriteString("message", comment.Text);
    }

    private static void WriteInstagramComment(Utf8JsonWriter json, WebhookOrigin origin, WebhookComment comment)
    {
        WriteObject(json, "from", () =>
        {
            json.WriteString("id", origin.PersonId);
            json.WriteString("username", comment.Author);
        });
        WriteObject(json, "media", () =>
        {
            json.WriteString("id", comment.PostId);
            json.WriteString("media_product_type", "FEED");
        });
        json.WriteString("id", comment.Id);
        WriteIfAny(json, "parent_id", comment.ParentId);
        json.WriteString("text", comment.Text);
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteObject(Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResponseWriter.Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
