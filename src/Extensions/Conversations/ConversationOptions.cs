namespace PageMessagesGen;

/// <summary>The options of the conversations of a host.</summary>
public sealed class ConversationOptions
{
    /// <summary>
    /// Gets or sets how many customers are remembered in memory. With more, those of whom nothing was heard for the longest time are
    /// forgotten, and are then not known. The default is 100,000. A store of another kind has its own limits.
    /// </summary>
    public int Capacity { get; set; } = 100_000;
}
