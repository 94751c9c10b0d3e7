namespace PageMessagesGen;

/// <summary>What helps against an error of the server.</summary>
public enum ErrorRecovery
{
    /// <summary>Change the request; the same one fails again.</summary>
    Request,

    /// <summary>Get a new access token.</summary>
    Token,

    /// <summary>Get a permission, or have a restriction lifted.</summary>
    Permission,

    /// <summary>Nothing for now: the customer cannot be reached.</summary>
    Recipient,

    /// <summary>Wait, then try again.</summary>
    Wait,

    /// <summary>Send fewer calls: the server refused this one only to limit the rate. Wait, then repeat it.</summary>
    Throttle,

    /// <summary>Nothing: the time for writing has passed.</summary>
    Window,
}
