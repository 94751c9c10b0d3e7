using PageMessages;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Requests that tests send.</summary>
internal static class Requests
{
    /// <summary>A request for tests that are about something else.</summary>
    public static SendMessageRequest Text { get; } = new()
    {
        Recipient = new() { Id = "4471239905512287" },
        MessagingType = MessagingType.Response,
        Message = new() { Text = "Held until 19:30 🍕" },
    };

    /// <summary>Every member that the first edition of the reference has. No server would take it.</summary>
    public static SendMessageRequest Everything { get; } = new()
    {
        Recipient = new()
        {
            Id = "1",
            PhoneNumber = "+358 40 123",
            Name = new() { FirstName = "Aino", LastName = "Mäkinen" },
            UserRef = "order-\"88213\"",
            CommentId = "122_890",
            PostId = "122_891",
            PlayerId = "7",
            OneTimeNotifToken = "once",
            NotificationMessagesToken = "again",
            LoginId = "who",
        },
        MessagingType = MessagingType.MessageTag,
        Message = new()
        {
            Text = "Line 1\nLine 2 \\ \u0001 \u2028 é 漢 👩‍👩‍👧 🍕",
            DynamicText = new() { Text = "Hello {{first_name}} 👋", FallbackText = "Hello 👋" },
            Attachment = new RawAttachment
            {
                Type = AttachmentType.Reel,
                Payload = RawJson.Parse("""{ "url": "https://cdn.example.com/ä/🍕.jpg", "is_reusable": true, "n": [1.50, -0, 1e3] }"""),
            },
            QuickReplyType = "kind",
            QuickReplies =
            [
                new()
                {
                    ContentType = QuickReplyContentType.P2pPayment,
                    Title = "Pay 💶",
                    ImageUrl = "https://cdn.example.com/icons/m.png?a=1&b=<2>",
                    Data = EveryDetail,
                    Payload = "PAY_💶",
                },
                new() { ContentType = QuickReplyContentType.Text, Title = "", Payload = "" },
            ],
            Metadata = "note 7",
        },
        SenderAction = SenderAction.React,
        Payload = new() { MessageId = "m_AbC", Reaction = "❤" },
        Tag = MessageTag.HumanAgent,
        NotificationType = NotificationType.SilentPush,
        PersonaId = "682349012345678",
    };

    /// <summary>Everything of an answer.</summary>
    public static SendMessageResponse Answer { get; } = new() { RecipientId = "1", MessageId = "m_AbC", AttachmentId = "99", ThreadKey = "t_7" };

    /// <summary>Requests of all shapes: empty, full, with each value of each enum, and with each shape of each union.</summary>
    public static IReadOnlyList<SendMessageRequest> Corpus { get; } =
    [
        Text,
        Everything,
        new() { Recipient = new() },
        new() { Recipient = new() { Name = new() }, Message = new() },
        With(new() { QuickReplies = [] }),
        With(new() { QuickReplies = [new() { ContentType = QuickReplyContentType.Poll, Data = new() { PollOptions = [] } }] }),
        With(new() { QuickReplies = [new() { ContentType = QuickReplyContentType.Sticker, Data = new() { PaymentAmount = long.MinValue } }] }),
        With(new() { Attachment = new RawAttachment { Type = AttachmentType.Template, Payload = RawJson.Parse("[]") } }),
        With(new() { Attachment = new RawAttachment { Type = AttachmentType.Template, Payload = RawJson.Parse("\"text 🍕\"") } }),
        With(new() { Text = "A lone half \ud83c of a pair" }),
        With(new() { Text = new string('漢', 5000) + string.Concat(Enumerable.Repeat("🍕\"", 2000)) }),
        With(new() { Attachment = new LikeHeartAttachment() }),
        .. new Variants("text 🍕", 7).Of(typeof(SendMessageRequest)).Cast<SendMessageRequest>(),
    ];

    private static QuickReplyData EveryDetail => new()
    {
        App = "app",
        DestAddress = "Mannerheimintie 1",
        StickerId = "369239263222822",
        PaymentAmount = -12,
        PaymentCurrency = "EUR",
        PaymentType = PaymentType.Request,
        PollOptions = ["one", "two 🎲"],
        ProviderName = "rides",
        NativeUri = "app://open",
    };

    private static SendMessageRequest With(Message message) => new() { Recipient = new() { Id = "1" }, Message = message };
}
