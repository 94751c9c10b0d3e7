namespace PageMessagesGen;

/// <summary>The exception for a call that its caller canceled.</summary>
public sealed class GraphApiCanceledException : OperationCanceledException
{
    /// <summary>Creates an exception without details, for serializers and fakes.</summary>
    public GraphApiCanceledException()
        : this("The call was canceled.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public GraphApiCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    public GraphApiCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception for a token that was canceled.</summary>
    public GraphApiCanceledException(string message, CancellationToken token)
        : base(message, token)
    {
    }

    /// <summary>
    /// Gets what became of the call: <see cref="SendOutcome.NotSent"/> if it was canceled before its body was begun, and otherwise
    /// <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    public SendOutcome Outcome { get; init; } = SendOutcome.Unknown;

    /// <inheritdoc cref="GraphApiException.Correlation"/>
    public string? Correlation { get; internal set; }
}
