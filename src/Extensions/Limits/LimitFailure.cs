namespace PageMessagesGen.Limits;

/// <summary>Creates the exception of a call that a limit prevents.</summary>
internal static class LimitFailure
{
    /// <summary>Creates it.</summary>
    /// <param name="what">The cause.</param>
    /// <param name="wait">The time after which a call is possible; null if it is unknown.</param>
    public static GraphApiException Of(string what, TimeSpan? wait) => new($"{what} Nothing was sent.") { Outcome = SendOutcome.NotSent, RetryAfter = wait };
}
