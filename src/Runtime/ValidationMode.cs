namespace PageMessagesGen;

/// <summary>What a client does with a request that breaks rules of its schema.</summary>
public enum ValidationMode
{
    /// <summary>A request with an error is not sent: the call throws. Warnings and advice only go to <see cref="GraphApiOptions.OnViolations"/>.</summary>
    Enforce,

    /// <summary>Everything is reported, and the request is sent.</summary>
    Warn,

    /// <summary>Requests are sent without being judged.</summary>
    Off,
}
