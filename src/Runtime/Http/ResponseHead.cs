using System.Net;

namespace PageMessagesGen.Http;

/// <summary>The status of a response, and what its headers say about the limits of the server.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="RetryAfter">The time after which the server accepts calls again; null if it does not say.</param>
/// <param name="Usage">The headers that report the usage of limits.</param>
internal sealed record ResponseHead(HttpStatusCode StatusCode, TimeSpan? RetryAfter, IReadOnlyDictionary<string, string> Usage)
{
    /// <summary>Reads the head of a response.</summary>
    public static ResponseHead Of(HttpResponseMessage response) => new(response.StatusCode, WaitOf(response), UsageHeaders.Of(response));

    private static TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - DateTimeOffset.UtcNow is var left => left > TimeSpan.Zero ? left : TimeSpan.Zero,
        _ => null,
    };
}

/// <summary>A response that a handler may have dropped.</summary>
/// <param name="Head">The head.</param>
/// <param name="Body">The body.</param>
internal sealed record KeptResponse(ResponseHead Head, byte[] Body);
