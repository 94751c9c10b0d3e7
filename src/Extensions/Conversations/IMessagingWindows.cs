namespace PageMessagesGen;

/// <summary>Tells how long customers can be written to, by what the webhook has received of them.</summary>
/// <example>
/// <code>
/// var windows = await messagingWindows.FindAsync(pageId, customerId);
/// if (windows.IsOpen(PageMessagesWindows.StandardWindow) is false) { … }
/// </code>
/// </example>
public interface IMessagingWindows
{
    /// <summary>Finds the windows of a customer.</summary>
    /// <param name="pageId">The id of the Page or of the professional account.</param>
    /// <param name="customerId">The id of the customer.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<CustomerWindows> FindAsync(string pageId, string customerId, CancellationToken cancellationToken = default);
}
