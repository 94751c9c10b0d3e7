namespace PageMessagesGen;

/// <summary>Remembers when each customer last did something that lets a Page answer. A host can have a store of its own.</summary>
public interface IConversationStore
{
    /// <summary>Finds when a customer last acted.</summary>
    /// <param name="pageId">The id of the Page or of the professional account.</param>
    /// <param name="customerId">The id of the customer, which is a different one for each Page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time; null if it is not known.</returns>
    ValueTask<DateTimeOffset?> FindLastActionAsync(string pageId, string customerId, CancellationToken cancellationToken);

    /// <summary>Remembers that a customer acted. An earlier time than the one that is known changes nothing.</summary>
    /// <param name="pageId">The id of the Page or of the professional account.</param>
    /// <param name="customerId">The id of the customer.</param>
    /// <param name="time">The time.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask RecordActionAsync(string pageId, string customerId, DateTimeOffset time, CancellationToken cancellationToken);
}
