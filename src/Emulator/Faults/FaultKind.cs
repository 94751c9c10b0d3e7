namespace PageMessagesGen.Emulator.Faults;

/// <summary>What a fault does to a call. The names in scripts are these in snake case, such as <c>not_http</c>.</summary>
internal enum FaultKind
{
    /// <summary>Nothing but its delay.</summary>
    Delayed,

    /// <summary>The connection is closed without a response.</summary>
    Closed,

    /// <summary>The connection is reset without a response.</summary>
    Reset,

    /// <summary>The connection is closed after half of the body.</summary>
    Truncated,

    /// <summary>Nothing follows half of the body.</summary>
    Stalled,

    /// <summary>The response is not HTTP.</summary>
    NotHttp,

    /// <summary>The body has more than a megabyte.</summary>
    Oversized,

    /// <summary>The response is a redirect.</summary>
    Redirect,

    /// <summary>The response is an error of a server that is not Graph.</summary>
    ServerError,

    /// <summary>The response is an error of Graph.</summary>
    Error,

    /// <summary>The response lacks the id of the message.</summary>
    WithoutMessageId,

    /// <summary>The HTTP/2 stream is refused.</summary>
    RefusedStream,
}
