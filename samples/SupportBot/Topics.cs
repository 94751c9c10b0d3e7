using PageMessages;

namespace PageMessagesGen.SupportBot;

/// <summary>What customers can ask for, as payloads, and the answers that are more than a text.</summary>
internal static class Topics
{
    public const string Hours = "HOURS";
    public const string Menu = "MENU";
    public const string Order = "ORDER";
    public const string Status = "STATUS";
    public const string Person = "PERSON";

    public static IReadOnlyList<QuickReply> QuickReplies { get; } =
    [
        new() { ContentType = QuickReplyContentType.Text, Title = "Opening hours", Payload = Hours },
        new() { ContentType = QuickReplyContentType.Text, Title = "Menu", Payload = Menu },
        new() { ContentType = QuickReplyContentType.Text, Title = "My order", Payload = Status },
        new() { ContentType = QuickReplyContentType.Text, Title = "Talk to a person", Payload = Person },
    ];

    public static GenericTemplate Cards { get; } = new()
    {
        Elements =
        [
            new() { Title = "Margherita", Subtitle = "Tomato, mozzarella, basil. 9 EUR", Buttons = [new PostbackButton { Title = "Order", Payload = $"{Order}:Margherita" }] },
            new() { Title = "Funghi", Subtitle = "Tomato, mozzarella, mushrooms. 11 EUR", Buttons = [new PostbackButton { Title = "Order", Payload = $"{Order}:Funghi" }] },
            new() { Title = "Verdure", Subtitle = "Tomato, vegetables of the season. 10 EUR", Buttons = [new PostbackButton { Title = "Order", Payload = $"{Order}:Verdure" }] },
        ],
    };

    public static ButtonTemplate OrderStatus { get; } = new()
    {
        Text = "Your order is in the oven. It leaves in 10 minutes.",
        Buttons = [new WebUrlButton { Title = "Follow the courier", Url = "https://example.com/orders/1234" }, new PostbackButton { Title = "Talk to a person", Payload = Person }],
    };
}
