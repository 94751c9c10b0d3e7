using PageMessages;
using PageMessagesGen.Benchmarks.Client.Shapes;

namespace PageMessagesGen.Benchmarks.Client;

/// <summary>A request, in the generated type and in the hand-written shape.</summary>
/// <param name="Name">The case.</param>
/// <param name="Generated">The request as the generated client takes it.</param>
/// <param name="Shape">The same for the general serializers.</param>
internal sealed record Payload(string Name, SendMessageRequest Generated, SendRequest Shape);

/// <summary>The requests and answers that are measured.</summary>
internal static class Payloads
{
    private const string Customer = "4471239905512287";
    private const string Metadata = "campaign=winter-2026;segment=returning;order=88213;agent=aino;thread=size question";

    private static readonly (string Title, string Icon, string Value)[] Replies =
    [
        ("Small 👶", "https://cdn.example.com/catalogue/2026/winter/icons/size-small.png?w=48&h=48", "SIZE_S|sku=4711-S|campaign=winter"),
        ("Medium 🧍", "https://cdn.example.com/catalogue/2026/winter/icons/size-medium.png?w=48&h=48", "SIZE_M|sku=4711-M|campaign=winter"),
        ("Large 🧍‍♂️", "https://cdn.example.com/catalogue/2026/winter/icons/size-large.png?w=48&h=48", "SIZE_L|sku=4711-L|campaign=winter"),
        ("Extra large 🏋️", "https://cdn.example.com/catalogue/2026/winter/icons/size-xl.png?w=48&h=48", "SIZE_XL|sku=4711-XL|campaign=winter"),
        ("Red ❤️", "https://cdn.example.com/catalogue/2026/winter/icons/colour-red.png?w=48&h=48", "COLOUR_RED|sku=4711|campaign=winter"),
        ("Green 💚", "https://cdn.example.com/catalogue/2026/winter/icons/colour-green.png?w=48&h=48", "COLOUR_GREEN|sku=4711|campaign=winter"),
        ("Blue 💙", "https://cdn.example.com/catalogue/2026/winter/icons/colour-blue.png?w=48&h=48", "COLOUR_BLUE|sku=4711|campaign=winter"),
        ("Show me more 🔎", "https://cdn.example.com/catalogue/2026/winter/icons/more.png?w=48&h=48", "MORE|page=2|campaign=winter"),
        ("Where is my order? 📦", "https://cdn.example.com/catalogue/2026/winter/icons/parcel.png?w=48&h=48", "ORDER_STATUS|order=88213"),
        ("Talk to a person 🙋", "https://cdn.example.com/catalogue/2026/winter/icons/person.png?w=48&h=48", "HANDOVER|queue=shop"),
        ("Opening hours 🕐", "https://cdn.example.com/catalogue/2026/winter/icons/clock.png?w=48&h=48", "HOURS|shop=helsinki"),
        ("Return an item ↩️", "https://cdn.example.com/catalogue/2026/winter/icons/return.png?w=48&h=48", "RETURN|order=88213"),
        ("Thanks, bye! 👋", "https://cdn.example.com/catalogue/2026/winter/icons/wave.png?w=48&h=48", "BYE|campaign=winter"),
    ];

    /// <summary>A message with one short text.</summary>
    public static Payload Small { get; } = Message("small", "Your table for two is held until 19:30 🍕", null, null);

    /// <summary>A typing indicator.</summary>
    public static Payload Action { get; } = new(
        "action",
        new() { Recipient = new() { Id = Customer }, SenderAction = SenderAction.TypingOn },
        new() { Recipient = new() { Id = Customer }, SenderAction = Shapes.Action.TypingOn });

    /// <summary>A message with 13 quick replies, the most there can be.</summary>
    public static Payload Large { get; } = Message(
        "large", "We have the jacket that you asked for 🧥 in three colours and four sizes. Which one may we put aside for you? ✨", Replies, Metadata);

    /// <summary>A generic template with 10 cards of 3 buttons each, the most there can be.</summary>
    public static Payload Cards { get; } = new(
        "cards",
        new()
        {
            Recipient = new() { Id = Customer },
            MessagingType = MessagingType.Response,
            Message = new() { Attachment = new GenericTemplate { Elements = [.. Replies.Take(10).Select(GeneratedCard)] } },
        },
        new()
        {
            Recipient = new() { Id = Customer },
            MessagingType = Kind.Response,
            Message = new() { Attachment = new() { Type = MediumType.Template, Payload = new Cards { Elements = [.. Replies.Take(10).Select(Card)] } } },
        });

    public static IReadOnlyList<Payload> All { get; } = [Small, Action, Large, Cards];

    /// <summary>The answer to a message that was accepted.</summary>
    public static byte[] Accepted { get; } =
        """{"recipient_id":"4471239905512287","message_id":"m_AG5Hz2Uq7tuwNEhXfYYKj8mJEM_QPpz5jdCK48PnKAjSdjfipqxqMvK8ma6AC8fplwlqLP_5cgXIbu7I3rBN0P"}"""u8.ToArray();

    /// <summary>The answer to a message that was refused.</summary>
    public static byte[] Refused { get; } =
        """{"error":{"message":"(#551) This person isn't available right now.","type":"OAuthException","code":551,"error_subcode":1545041,"fbtrace_id":"AgQLP-ct24qY6jtWwuBwUjg"}}"""u8.ToArray();

    private static GenericElement GeneratedCard((string Title, string Icon, string Value) card) => new()
    {
        Title = card.Title,
        Subtitle = "In three colours and four sizes",
        ImageUrl = card.Icon,
        Buttons =
        [
            new WebUrlButton { Title = "Look 🔎", Url = card.Icon },
            new PostbackButton { Title = "Put aside", Payload = card.Value },
            new PhoneNumberButton { Title = "Call us", Payload = "+358401234567" },
        ],
    };

    private static Card Card((string Title, string Icon, string Value) card) => new()
    {
        Title = card.Title,
        Subtitle = "In three colours and four sizes",
        ImageUrl = card.Icon,
        Buttons =
        [
            new PageButton { Title = "Look 🔎", Url = card.Icon },
            new ReplyButton { Title = "Put aside", Payload = card.Value },
            new CallButton { Title = "Call us", Payload = "+358401234567" },
        ],
    };

    private static Payload Message(string name, string text, (string Title, string Icon, string Value)[]? replies, string? metadata) => new(
        name,
        new()
        {
            Recipient = new() { Id = Customer },
            MessagingType = MessagingType.Response,
            Message = new()
            {
                Text = text,
                QuickReplies = replies?.Select(r => new QuickReply
                {
                    ContentType = QuickReplyContentType.Text,
                    Title = r.Title,
                    ImageUrl = r.Icon,
                    Payload = r.Value,
                }).ToArray(),
                Metadata = metadata,
            },
        },
        new()
        {
            Recipient = new() { Id = Customer },
            MessagingType = Kind.Response,
            Message = new()
            {
                Text = text,
                QuickReplies = replies?.Select(r => new Reply
                {
                    ContentType = ReplyType.Text,
                    Title = r.Title,
                    ImageUrl = r.Icon,
                    Payload = r.Value,
                }).ToArray(),
                Metadata = metadata,
            },
        });
}
