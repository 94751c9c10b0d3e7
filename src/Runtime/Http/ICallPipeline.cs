namespace PageMessagesGen.Http;

/// <summary>What surrounds the calls of Pages: access tokens, limits, order and retries.</summary>
/// <remarks>
/// A client with a pipeline has a known HttpClient, whose innermost handler holds the <see cref="SendTicket"/>. A client without one
/// sends each call as it is.
/// </remarks>
internal interface ICallPipeline
{
    /// <summary>Gets a value that indicates whether it has the access tokens, so that the options need none.</summary>
    bool ProvidesTokens { get; }

    /// <summary>Makes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <exception cref="GraphApiException">The call failed.</exception>
    /// <exception cref="GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    Task<TAnswer> RunAsync<TAnswer>(PageCall<TAnswer> call, CancellationToken cancellationToken)
        where TAnswer : class;
}
