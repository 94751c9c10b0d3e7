using PageMessages;

namespace PageMessagesGen.Quickstart;

/// <summary>One kind of message, and how it should end.</summary>
/// <param name="Title">What is asked for.</param>
/// <param name="Request">The request.</param>
/// <param name="RefusedWith">The error of the refusal that is expected; null if it should be delivered.</param>
internal sealed record Scene(string Title, SendMessageRequest Request, GraphErrorCode? RefusedWith = null);

/// <summary>Every kind of message that this sample sends.</summary>
internal static class Scenes
{
    public const string UnavailablePerson = "5550001112223334";

    public const string Customer = "4471239905512287";

    public const string UploadedFile = "1745504518999123";

    public const string Persona = "682349012345678";

    /// <summary>All kinds.</summary>
    /// <param name="commentId">A comment of the customer.</param>
    public static IReadOnlyList<Scene> All(string commentId) =>
    [
        .. ForOnePerson(Customer),
        new("Text with three quick replies, one with an image", Reply(new()
        {
            Text = "Which size do you wear?",
            QuickReplies =
            [
                new() { ContentType = QuickReplyContentType.Text, Title = "Small", Payload = "SIZE_S" },
                new()
                {
                    ContentType = QuickReplyContentType.Text,
                    Title = "Medium",
                    Payload = "SIZE_M",
                    ImageUrl = "https://cdn.example.com/icons/m.png",
                },
                new() { ContentType = QuickReplyContentType.Text, Title = "Large", Payload = "SIZE_L" },
            ],
        })),
        new("An image by its address", Reply(new()
        {
            Attachment = new ImageAttachment { Url = "https://cdn.example.com/menu/2026-11.jpg" },
        })),
        new("A file that was uploaded before", Reply(new()
        {
            Attachment = new FileAttachment { AttachmentId = UploadedFile },
        })),
        new("A text with buttons", Reply(new()
        {
            Attachment = new ButtonTemplate
            {
                Text = "How may we help?",
                Buttons =
                [
                    new WebUrlButton { Title = "Menu", Url = "https://example.com/menu" },
                    new PostbackButton { Title = "Talk to a person", Payload = "HUMAN" },
                    new PhoneNumberButton { Title = "Call us", Payload = "+358401234567" },
                ],
            },
        })),
        new("Two cards to scroll", Reply(new()
        {
            Attachment = new GenericTemplate
            {
                Elements =
                [
                    new()
                    {
                        Title = "Pizza",
                        Subtitle = "From 9 EUR",
                        ImageUrl = "https://cdn.example.com/pizza.jpg",
                        DefaultAction = new() { Url = "https://example.com/pizza" },
                        Buttons = [new PostbackButton { Title = "Order", Payload = "ORDER:PIZZA" }],
                    },
                    new() { Title = "Pasta", Subtitle = "From 11 EUR" },
                ],
            },
        })),
        new("A reaction to a message of the customer", new()
        {
            Recipient = new() { Id = Customer },
            SenderAction = SenderAction.React,
            Payload = new() { MessageId = "m_AbC123", Reaction = "❤" },
        }),
        new("An answer by a person, three days later", new()
        {
            Recipient = new() { Id = Customer },
            MessagingType = MessagingType.MessageTag,
            Tag = MessageTag.HumanAgent,
            Message = new() { Text = "I asked the workshop: your bicycle is ready on Friday. Aino" },
        }),
        new("A quiet message under a persona", new()
        {
            Recipient = new() { Id = Customer },
            MessagingType = MessagingType.Update,
            NotificationType = NotificationType.SilentPush,
            PersonaId = Persona,
            Message = new() { Text = "We have reserved the blue one for you." },
        }),
        new("A private reply to a comment", new()
        {
            Recipient = new() { CommentId = commentId },
            MessagingType = MessagingType.Response,
            Message = new() { Text = "Thank you for your comment. May we help you here?" },
        }),
        new("A message to somebody who ticked the checkbox plugin (the answer has no recipient_id)", new()
        {
            Recipient = new() { UserRef = "order-88213" },
            MessagingType = MessagingType.Update,
            Message = new() { Text = "Your order is on its way." },
        }),
        new("Text with a placeholder", Reply(new()
        {
            DynamicText = new() { Text = "Hello {{first_name}}!", FallbackText = "Hello!" },
        })),
        new("A message to somebody who is not available: it is refused", new()
        {
            Recipient = new() { Id = UnavailablePerson },
            MessagingType = MessagingType.Response,
            Message = new() { Text = "Are you there?" },
        }, RefusedWith: PageMessagesErrors.PersonUnavailable),
    ];

    /// <summary>Those that need nothing but a person who has written to the Page within the last 24 hours.</summary>
    public static IReadOnlyList<Scene> ForOnePerson(string person) =>
    [
        new("The typing indicator", new() { Recipient = new() { Id = person }, SenderAction = SenderAction.TypingOn }),
        new("Text with an emoji", Reply(new() { Text = "Your table for two is held until 19:30 🍕" }, person)),
        new("Text with two quick replies", Reply(new()
        {
            Text = "Does Friday suit you?",
            QuickReplies =
            [
                new() { ContentType = QuickReplyContentType.Text, Title = "Yes", Payload = "FRIDAY_YES" },
                new() { ContentType = QuickReplyContentType.Text, Title = "No", Payload = "FRIDAY_NO" },
            ],
        }, person)),
    ];

    private static SendMessageRequest Reply(Message message, string to = Customer) => new()
    {
        Recipient = new() { Id = to },
        MessagingType = MessagingType.Response,
        Message = message,
    };
}
