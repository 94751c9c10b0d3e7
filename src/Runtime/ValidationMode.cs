namespace PageMessagesGen;

/// <summary>How a client handles a request that violates rules of its schema.</summary>
public enum ValidationMode
{
    /// <summary>
    /// A request with an error is not sent, and the call throws. Warnings and informational violations are only reported,
    /// see <see cref="GraphApiOptions.OnViolations"/>.
    /// </summary>
    Enforce,

    /// <summary>All violations are reported, and the request is sent.</summary>
    Warn,

    /// <summary>Requests are sent without validation.</summary>
    Off,
}
