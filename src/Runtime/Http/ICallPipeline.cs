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
    /// <param name="attempt">Makes an attempt. Each one has a body of its own.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <exception cref="GraphApiException">The call failed.</exception>
    /// <exception cref="GraphApiCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    Task<TAnswer> RunAsync<TAnswer>(CallFacts call, Attempt<TAnswer> attempt, CancellationToken cancellationToken)
        where TAnswer : class;
}

/// <summary>Makes an attempt of a call.</summary>
/// <param name="token">The access token.</param>
/// <param name="ticket">The ticket of the attempt.</param>
/// <param name="limit">The time limit.</param>
/// <param name="cancellationToken">The token of the caller.</param>
internal delegate Task<TAnswer> Attempt<TAnswer>(AccessToken token, SendTicket ticket, TimeSpan limit, CancellationToken cancellationToken)
    where TAnswer : class;

/// <summary>What a pipeline knows of a call.</summary>
/// <param name="PageId">The id of the Page.</param>
/// <param name="Receiver">The receiver: calls with an equal one keep their order. Null if order does not matter.</param>
internal readonly record struct CallFacts(string PageId, object? Receiver);
