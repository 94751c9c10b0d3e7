namespace PageMessagesGen.Emulator.Answers;

/// <summary>What a call is answered.</summary>
internal abstract record GraphAnswer;

/// <summary>An acceptance. What is null or false is not written.</summary>
internal sealed record GraphReply(string? RecipientId = null, string? MessageId = null, string? AttachmentId = null, bool Success = false) : GraphAnswer;

/// <summary>A refusal, in Graph's words.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Message">What is wrong, for developers.</param>
/// <param name="Subcode">The finer code, if there is one.</param>
/// <param name="Type">The kind of exception that Graph names.</param>
/// <param name="UserTitle">A heading for people, if there is one.</param>
/// <param name="UserMessage">A text for people, if there is one.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record GraphError(
    int Code,
    string Message,
    int? Subcode = null,
    string Type = "OAuthException",
    string? UserTitle = null,
    string? UserMessage = null,
    int Status = 400) : GraphAnswer;
