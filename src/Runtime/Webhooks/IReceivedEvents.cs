namespace PageMessagesGen;

/// <summary>
/// Remembers which events were received, since servers deliver some of them more than once. By default, a host remembers them in memory.
/// Register another implementation to remember them across restarts, or for several machines.
/// </summary>
public interface IReceivedEvents
{
    /// <summary>Claims the events of a body. Of several calls with the same key, only one is told that it is new.</summary>
    /// <remarks>
    /// All keys are claimed, or none if it throws: the body is then refused, and the server delivers it again. It is called only if there is
    /// room for the events, so a claim need not be undone.
    /// </remarks>
    /// <param name="keys">The keys of the events: hashes of 128 bits, which include the webhook and the Page. A key can occur twice.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>For each key, whether it was not claimed before.</returns>
    ValueTask<IReadOnlyList<bool>> ClaimAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken);
}
