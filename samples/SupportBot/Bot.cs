using PageMessages;

namespace PageMessagesGen.SupportBot;

/// <summary>Answers customers, one after the other.</summary>
internal sealed partial class Bot(IPageMessagesClient client, Webhook webhook, Desk desk, ILogger<Bot> logger) : BackgroundService
{
    private const int MostRemembered = 10_000;

    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var incoming in webhook.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (IsNew(incoming.Id) && Choose(incoming) is { } answer)
                    await client.SendAsync(new() { Recipient = new() { Id = incoming.PersonId }, MessagingType = MessagingType.Response, Message = answer }, stoppingToken);
            }
            catch (GraphApiException failed)
            {
                LogFailure(failed.Message);
            }
        }
    }

    // An event can be posted more than once.
    private bool IsNew(string id)
    {
        if (!_seen.Add(id))
            return false;
        _order.Enqueue(id);
        if (_order.Count > MostRemembered)
            _seen.Remove(_order.Dequeue());
        return true;
    }

    private Message? Choose(Incoming incoming)
    {
        // A customer who waits for a person, or talks to one, comes back to the bot with a tap.
        if (incoming.Payload is null && desk.Has(incoming.PersonId))
        {
            desk.Add(incoming);
            return null;
        }

        desk.Remove(incoming.PersonId);
        var topic = incoming.Payload ?? Guess(incoming.Text);
        if (topic == Topics.Person)
            desk.Add(incoming);
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

    [LoggerMessage(LogLevel.Warning, "{Message}")]
    private partial void LogFailure(string message);
}
