using PageMessagesGen.Calls;

namespace PageMessagesGen.Limits;

/// <summary>A limit on the calls of a Page.</summary>
internal interface ICallLimit : IDisposable
{
    /// <summary>Waits until a call may be made.</summary>
    /// <param name="deadline">The end of the call.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What is disposed when the call has ended, or null.</returns>
    /// <exception cref="GraphApiException">It cannot be made in time. Nothing was sent.</exception>
    ValueTask<IDisposable?> EnterAsync(Deadline deadline, CancellationToken cancellationToken);
}
