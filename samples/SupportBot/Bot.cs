using PageMessages;
using PageMessages.Webhooks;

namespace PageMessagesGen.SupportBot;

/// <summary>Answers customers. A failed call is logged, and the customer can write again.</summary>
internal sealed class Bot(IPageMessagesClient client, Desk desk) : PageMessagesWebhookHandler
{
    /// <inheritdoc/>
    public override ValueTask OnMessageAsync(MessageEvent received, WebhookContext context, CancellationToken cancellationToken) =>
        AnswerAsync(received, received.Message.Text ?? "", received.Message.QuickReply?.Payload, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask OnPostbackAsync(PostbackEvent received, WebhookContext context, CancellationToken cancellationToken) =>
        AnswerAsync(received, received.Postback.Title ?? "", received.Postback.Payload, cancellationToken);

    private async ValueTask AnswerAsync(WebhookEvent received, string text, string? payload, CancellationToken cancellationToken)
    {
        if (received.CustomerId is { } customer && Choose(customer, text, payload) is { } answer)
            await client.SendAsync(new() { Recipient = new() { Id = customer }, MessagingType = MessagingType.Response, Message = answer }, cancellationToken);
    }

    private Message? Choose(string customer, string text, string? payload)
    {
        // A customer who waits for a person, or talks to one, comes back to the bot with a tap.
        if (payload is null && desk.Has(customer))
        {
            desk.Add(customer, text);
            return null;
        }

        desk.Remove(customer);
        var topic = payload ?? Guess(text);
        if (topic == Topics.Person)
            desk.Add(customer, text);
        return topic.Split(':') switch
        {
            [Topics.Hours] => new() { Text = "We are open every day from 11:00 to 22:00. The kitchen closes at 21:30. 🍕" },
            [Topics.Menu] => new() { Attachment = Topics.Cards },
            [Topics.Order, var dish] => new() { Text = $"Thank you! Your {dish} is ready in 20 minutes." },
            [Topics.Status] => new() { Attachment = Topics.OrderStatus },
            [Topics.Person] => new() { Text = "A person will answer you here. This can take until tomorrow." },
            _ => new() { Text = "Hello! What can we do for you?", QuickReplies = Topics.QuickReplies },
        };
    }

    private static string Guess(string text) => text.ToUpperInvariant() switch
    {
        var words when words.Contains("OPEN", StringComparison.Ordinal) || words.Contains("HOURS", StringComparison.Ordinal) => Topics.Hours,
        var words when words.Contains("MENU", StringComparison.Ordinal) || words.Contains("PIZZA", StringComparison.Ordinal) => Topics.Menu,
        var words when words.Contains("ORDER", StringComparison.Ordinal) => Topics.Status,
        var words when words.Contains("PERSON", StringComparison.Ordinal) || words.Contains("HUMAN", StringComparison.Ordinal) => Topics.Person,
        _ => "",
    };
}
