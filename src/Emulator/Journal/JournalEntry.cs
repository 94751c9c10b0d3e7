namespace PageMessagesGen.Emulator;

/// <summary>Something that happened in the emulator.</summary>
internal sealed record JournalEntry
{
    /// <summary>Gets the number in the journal; the first is 1. The journal assigns it.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets the time in UTC. The journal assigns it.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets what the entry is about.</summary>
    public required JournalKind Kind { get; init; }

    /// <summary>Gets the Page.</summary>
    public required string PageId { get; init; }

    /// <summary>Gets the customer, if there is one.</summary>
    public string? PersonId { get; init; }

    /// <summary>Gets the id of the message, if there is one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the HTTP method of a call.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the path of a call, without the query.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the name of the operation in the schema, such as <c>send</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets JSON: the body of a call, the event that a customer caused, or what was delivered to a webhook.</summary>
    public string Request { get; init; } = "";

    /// <summary>Gets the HTTP status of the response, if there was one.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the body of the response; of a call, it is JSON.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Gets the rules that a call violates, warnings included.</summary>
    public IReadOnlyList<JournalRule> Rules { get; init; } = [];

    /// <summary>Gets the files that were sent beside the JSON.</summary>
    public IReadOnlyList<DeliveredFile> Files { get; init; } = [];

    /// <summary>Gets the attempt to deliver, if the entry is one.</summary>
    public WebhookAttempt? Webhook { get; init; }
}

/// <summary>A violation of a rule by a call.</summary>
/// <param name="Name">The name of the rule.</param>
/// <param name="IsRefused">Whether it is an error, for which the call is refused, or a warning.</param>
/// <param name="Path">The path on the wire, such as <c>message.text</c>.</param>
/// <param name="Message">The message.</param>
internal sealed record JournalRule(string Name, bool IsRefused, string Path, string Message);

/// <summary>An attempt to deliver events to a webhook.</summary>
/// <param name="Url">The URL.</param>
/// <param name="Number">The number of the attempt; the first is 1.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Why it failed; null if it did not.</param>
internal sealed record WebhookAttempt(string Url, int Number, TimeSpan Duration, string? Error);
