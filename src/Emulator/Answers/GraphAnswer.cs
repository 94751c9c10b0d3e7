using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Answers;

/// <summary>What a call is answered.</summary>
internal abstract record GraphAnswer
{
    /// <summary>The names of the rules that the request breaks, each once, in the order in which that was found.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>An acceptance.</summary>
/// <param name="Json">What is answered.</param>
/// <param name="MessageId">The id in it of a new message, if there is one.</param>
internal sealed record GraphReply(WireValue Json, string? MessageId = null) : GraphAnswer;

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
