namespace PageMessagesGen;

/// <summary>The body of a webhook is not JSON, or has no events. The message quotes nothing of it, because it can contain what customers wrote.</summary>
public sealed class WebhookFormatException : FormatException
{
    /// <summary>Creates an exception.</summary>
    public WebhookFormatException()
        : base("The body of the webhook cannot be read.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public WebhookFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public WebhookFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
