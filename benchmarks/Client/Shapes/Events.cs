namespace PageMessagesGen.Benchmarks.Client.Shapes;

// The body of a webhook as applications write it by hand: one class for all events, with setters.

public sealed class EventBody
{
    public string? Object { get; set; }

    public IReadOnlyList<EventEntry>? Entry { get; set; }
}

public sealed class EventEntry
{
    public string? Id { get; set; }

    public long? Time { get; set; }

    public IReadOnlyList<MessagingEvent>? Messaging { get; set; }
}

public sealed class MessagingEvent
{
    public EventParty? Sender { get; set; }

    public EventParty? Recipient { get; set; }

    public long? Timestamp { get; set; }

    public EventMessage? Message { get; set; }

    public EventDelivery? Delivery { get; set; }

    public EventRead? Read { get; set; }

    public EventPostback? Postback { get; set; }
}

public sealed class EventParty
{
    public string? Id { get; set; }
}

public sealed class EventMessage
{
    public string? Mid { get; set; }

    public string? Text { get; set; }

    public bool? IsEcho { get; set; }

    public long? AppId { get; set; }

    public string? Metadata { get; set; }
}

public sealed class EventDelivery
{
    public IReadOnlyList<string>? Mids { get; set; }

    public long? Watermark { get; set; }
}

public sealed class EventRead
{
    public long? Watermark { get; set; }
}

public sealed class EventPostback
{
    public string? Mid { get; set; }

    public string? Title { get; set; }

    public string? Payload { get; set; }
}
