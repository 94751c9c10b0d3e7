using PageMessagesGen.Http;

namespace PageMessagesGen.Calls;

/// <summary>The attempts of a call that failed. Most calls have none.</summary>
internal sealed class CallFailures
{
    /// <summary>Gets the number of attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets how the last attempt failed.</summary>
    public GraphApiException? Last { get; private set; }

    /// <summary>Gets how long the last attempt took.</summary>
    public TimeSpan LastLength { get; private set; }

    /// <summary>Gets or sets the access token with which a refused one was replaced.</summary>
    public AccessToken? Replacement { get; set; }

    /// <summary>Adds an attempt.</summary>
    public void Add(GraphApiException failure, TimeSpan length) => (Attempts, Last, LastLength) = (Attempts + 1, failure, length);

    /// <summary>Creates the exception of a call that was canceled while it waited. What is known of its last attempt stands.</summary>
    public static GraphApiCanceledException Canceled(GraphApiException? last, CancellationToken cancellationToken)
    {
        var outcome = last?.Outcome ?? SendOutcome.NotSent;
        var what = outcome == SendOutcome.Rejected ? "The server had refused it." : "Nothing was sent.";
        return new GraphApiCanceledException($"The call was canceled. {what}", cancellationToken) { Outcome = outcome };
    }
}
