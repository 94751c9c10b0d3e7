namespace PageMessagesGen.Sqlite;

/// <summary>An action of a customer that is to be written.</summary>
internal sealed class PendingWrite(string pageId, string customerId, DateTimeOffset time)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string PageId => pageId;

    public string CustomerId => customerId;

    public DateTimeOffset Time => time;

    /// <summary>Gets the task that ends when it is written.</summary>
    public Task Done => _done.Task;

    public void Succeed() => _done.SetResult();

    public void Fail(Exception exception) => _done.SetException(exception);
}
