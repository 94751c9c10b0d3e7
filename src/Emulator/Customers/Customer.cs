using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Emulator.Webhooks;

namespace PageMessagesGen.Emulator;

/// <summary>
/// A customer of a Page, whom a test or the inbox plays. What a customer does is posted to the webhook, if there is one, and opens the
/// window in which the Page may write, as it does on Messenger and Instagram.
/// </summary>
public sealed class Customer
{
    private const string GetStarted = "get_started";

    private readonly EmulatorState _state;
    private readonly PageCustomers _all;

    internal Customer(EmulatorState state, PageCustomers all, string pageId, string id) => (_state, _all, PageId, Id) = (state, all, pageId, id);

    /// <summary>Gets the Page.</summary>
    public string PageId { get; }

    /// <summary>Gets the Page-scoped or Instagram-scoped id.</summary>
    public string Id { get; }

    /// <summary>Gets the made-up name, which is always the same for an id.</summary>
    public string Name => Person.Name;

    /// <summary>Gets the platform, such as <c>messenger</c>; null if it is unknown.</summary>
    public string? Platform => Person.Platform;

    /// <summary>Gets the number of the latest action in the journal; null before the first one.</summary>
    internal long? LastEntry { get; private set; }

    private Person Person => People.Meet(_state, PageId, Id, _all.Platform);

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text, which can have emoji.</param>
    /// <param name="replyTo">The id of the message that the customer replies to; null for none.</param>
    /// <returns>The id of the message.</returns>
    public string Write(string text, string? replyTo = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Send(new WebhookMessage(NewId.OfMessage()) { Text = text, ReplyToId = replyTo });
    }

    /// <summary>Taps a quick reply.</summary>
    /// <param name="title">The text of the quick reply, which becomes the customer's message.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>The id of the message.</returns>
    public string TapQuickReply(string title, string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentNullException.ThrowIfNull(payload);
        return Send(new WebhookMessage(NewId.OfMessage()) { Text = title, QuickReplyPayload = payload });
    }

    /// <summary>Sends a picture.</summary>
    /// <param name="url">Where the picture is. The emulator does not fetch it.</param>
    /// <returns>The id of the message.</returns>
    public string SendPicture(Uri url) => SendAttachment("image", url);

    /// <summary>Sends an attachment.</summary>
    /// <param name="type">The type: <c>image</c>, <c>video</c>, <c>audio</c> or <c>file</c>.</param>
    /// <param name="url">Where it is. The emulator does not fetch it.</param>
    /// <returns>The id of the message.</returns>
    public string SendAttachment(string type, Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Send(new WebhookMessage(NewId.OfMessage()) { Attachments = [WebhookAttachment.Of(type, url.AbsoluteUri)] });
    }

    /// <summary>Sends a place.</summary>
    /// <param name="latitude">The latitude in degrees.</param>
    /// <param name="longitude">The longitude in degrees.</param>
    /// <returns>The id of the message.</returns>
    public string SendLocation(double latitude, double longitude) =>
        Send(new WebhookMessage(NewId.OfMessage()) { Attachments = [WebhookAttachment.Location(latitude, longitude)] });

    /// <summary>Edits a message.</summary>
    /// <param name="messageId">The message of the customer.</param>
    /// <param name="text">The new text.</param>
    /// <param name="edits">The number of edits so far, this one included.</param>
    public void Edit(string messageId, string text, int edits = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(edits, 1);
        Act(WebhookEvents.Edit(Origin, messageId, text, edits), messageId, opensWindow: false);
    }

    /// <summary>Logs in to the service of the business, as the button <c>account_link</c> offers.</summary>
    /// <param name="authorizationCode">The code that the login page passes on.</param>
    public void LinkAccount(string authorizationCode)
    {
        ArgumentException.ThrowIfNullOrEmpty(authorizationCode);
        Act(WebhookEvents.AccountLinked(Origin, authorizationCode), opensWindow: false);
    }

    /// <summary>Logs out of the service of the business.</summary>
    public void UnlinkAccount() => Act(WebhookEvents.AccountUnlinked(Origin), opensWindow: false);

    /// <summary>Taps a button, an item of the menu or a question to begin with.</summary>
    /// <param name="title">The title of the button.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>The id of the postback.</returns>
    public string TapButton(string title, string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentNullException.ThrowIfNull(payload);
        var id = NewId.OfMessage();
        Act(WebhookEvents.Postback(Origin, id, title, payload), id);
        return id;
    }

    /// <summary>Taps the button that begins a conversation. Its payload is the one of the Page's Messenger profile.</summary>
    /// <returns>The id of the postback.</returns>
    /// <exception cref="InvalidOperationException">The profile has no such button.</exception>
    public string TapGetStarted()
    {
        var button = _state.Profile.Find(PageId, GetStarted) ?? throw new InvalidOperationException("The Messenger profile of the Page has no get_started.");
        var id = NewId.OfMessage();
        Act(WebhookEvents.GetStarted(Origin, id, Wire.FindText(Http.WireJson.TryRead(button.Json), "payload") ?? ""), id);
        return id;
    }

    /// <summary>Opens the conversation through a link, such as <c>m.me/page?ref=summer</c>.</summary>
    /// <param name="reference">The <c>ref</c> parameter of the link.</param>
    public void FollowLink(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Act(WebhookEvents.Referral(Origin, new WebhookReferral(reference)));
    }

    /// <summary>Reacts to a message.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="emoji">The emoji.</param>
    public void React(string messageId, string emoji)
    {
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        ArgumentException.ThrowIfNullOrEmpty(emoji);
        Act(WebhookEvents.Reaction(Origin, messageId, emoji), messageId);
    }

    /// <summary>Takes a reaction back.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="emoji">The emoji that was there; null if it is unknown.</param>
    public void Unreact(string messageId, string? emoji = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(messageId);
        Act(WebhookEvents.Unreaction(Origin, messageId, emoji), messageId, opensWindow: false);
    }

    /// <summary>Reads all messages so far. This opens no window.</summary>
    public void Read()
    {
        var last = _state.Journal.After(0).LastOrDefault(e => e is { Kind: JournalKind.Sent, MessageId: not null } && e.PageId == PageId && e.PersonId == Id);
        if (last is not null)
            Act(WebhookEvents.Read(Origin, last.MessageId!, _state.Clock.GetUtcNow()), opensWindow: false);
    }

    /// <summary>Comments on a post of the Page, which may be answered by one private reply within 7 days. This opens no window.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The id of the comment, for <c>recipient.comment_id</c>.</returns>
    public string Comment(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var post = $"{PageId}_{NewId.OfObject()}";
        var id = Origin.IsInstagram ? NewId.OfObject() : $"{post}_{NewId.OfObject()}";
        _state.Comments.Set(PageId, id, new Comment(id, Id, text, _state.Clock.GetUtcNow(), IsAnswered: false));
        Act(WebhookEvents.Comment(Origin, new WebhookComment(id, post, text, Name)), opensWindow: false);
        return id;
    }

    /// <summary>Agrees to one notification, as the template <c>one_time_notif_req</c> asks for.</summary>
    /// <param name="payload">The payload of the template.</param>
    /// <returns>The token, for <c>recipient.one_time_notif_token</c>. It can be used once within a year.</returns>
    public string AllowOneNotification(string payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var token = AddToken(isOneTime: true);
        Act(WebhookEvents.OptInOnce(Origin, payload, token), opensWindow: false);
        return token;
    }

    /// <summary>Agrees to notifications, as the template <c>notification_messages</c> asks for.</summary>
    /// <param name="payload">The payload of the template.</param>
    /// <param name="title">Its title.</param>
    /// <returns>The token, for <c>recipient.notification_messages_token</c>.</returns>
    public string AllowNotifications(string payload, string title)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentException.ThrowIfNullOrEmpty(title);
        var token = AddToken(isOneTime: false);
        Act(WebhookEvents.OptIn(Origin, new WebhookSubscription(payload, title, token, _state.Clock.GetUtcNow().AddYears(1))), opensWindow: false);
        return token;
    }

    /// <summary>Blocks the Page: a send to the customer is refused with error 551.</summary>
    public void Block() => _all.SetBlocked(Id, isBlocked: true);

    /// <summary>Lifts the block.</summary>
    public void Unblock() => _all.SetBlocked(Id, isBlocked: false);

    private WebhookOrigin Origin
    {
        get
        {
            var person = Person;
            return new WebhookOrigin(PageId, Id, person.Platform == PlatformNames.Instagram, _state.Clock.GetUtcNow()) { IsStandby = person.ThreadOwner is not null };
        }
    }

    private string AddToken(bool isOneTime)
    {
        var token = new NotificationToken(NewId.OfToken(), Id, isOneTime, _state.Clock.GetUtcNow(), IsSpent: false);
        _state.Tokens.Set(PageId, token.Value, token);
        return token.Value;
    }

    private string Send(WebhookMessage message)
    {
        Act(WebhookEvents.Message(Origin, message), message.Id);
        return message.Id;
    }

    private void Act(WebhookEvent happened, string? messageId = null, bool opensWindow = true)
    {
        if (_all.IsBlocked(Id))
            throw new InvalidOperationException("The customer has blocked the Page, and must lift that first.");
        if (opensWindow)
            People.Change(_state, PageId, Id, _all.Platform, person => person with { LastAction = _state.Clock.GetUtcNow() });
        LastEntry = _state.Journal.Append(new JournalEntry { Kind = JournalKind.Received, PageId = PageId, PersonId = Id, MessageId = messageId, Request = happened.Json }).Sequence;
        _all.Post(happened);
    }
}
