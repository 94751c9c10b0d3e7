namespace PageMessagesGen;

/// <summary>What became of one of many requests.</summary>
/// <param name="Request">The request.</param>
/// <param name="Response">The response; null if the call failed.</param>
/// <param name="Failure">
/// The exception of a call that failed: a <see cref="GraphApiException"/> or <see cref="GraphApiCanceledException"/>, or an
/// <see cref="ArgumentException"/> for a request that cannot be written.
/// </param>
public sealed record SendResult<TRequest, TResponse>(TRequest Request, TResponse? Response, Exception? Failure)
    where TResponse : class
{
    /// <summary>Gets what became of a call that failed; null if the server accepted it.</summary>
    public SendOutcome? Outcome => Failure switch
    {
        null => null,
        GraphApiException failure => failure.Outcome,
        GraphApiCanceledException canceled => canceled.Outcome,
        _ => SendOutcome.NotSent,
    };
}
