using PageMessagesGen.Limits;

namespace PageMessagesGen.Calls;

/// <summary>Decides which failed calls are repeated, and when.</summary>
internal static class Repetition
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Gets the time to wait before a call is repeated; null if it must not be, or if that would be of no use.</summary>
    /// <param name="failure">How the call failed.</param>
    /// <param name="attempts">The number of attempts so far.</param>
    public static TimeSpan? WaitAfter(GraphApiException failure, int attempts) => failure switch
    {
        _ when IsThrottled(failure) => ToldWait(failure) ?? Backoff(attempts),
        { Outcome: SendOutcome.NotSent, InnerException: { } inner } when IsConnectionProblem(inner) => Backoff(attempts),
        _ => null,
    };

    /// <summary>Determines whether the server refused a call to limit the rate, and did not carry it out.</summary>
    public static bool IsThrottled(GraphApiException failure) => failure is { Outcome: SendOutcome.Rejected, Recovery: ErrorRecovery.Throttle };

    /// <summary>Gets the time that the server told to wait, or null.</summary>
    public static TimeSpan? ToldWait(GraphApiException failure) => failure.RetryAfter ?? UsageReport.Of(failure.UsageHeaders).Regain;

    // A random time up to a limit that doubles with each attempt, so that many clients do not come back at once.
    private static TimeSpan Backoff(int attempts)
    {
        var limit = First * Math.Pow(2, Math.Min(attempts - 1, 20));
        return (limit < Longest ? limit : Longest) * Random.Shared.NextDouble();
    }

    // Not sent for other reasons, the same call fails again: it is invalid, or a handler stopped it.
    private static bool IsConnectionProblem(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
