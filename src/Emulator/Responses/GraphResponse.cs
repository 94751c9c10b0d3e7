using System.Buffers.Text;
using System.Security.Cryptography;
using PageMessagesGen.Emulator.Limits;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Responses;

/// <summary>The response to a call.</summary>
/// <param name="Status">The HTTP status.</param>
internal abstract record GraphResponse(int Status)
{
    /// <summary>Gets the violations of rules by the request, in the order of detection.</summary>
    public IReadOnlyList<JournalRule> Rules { get; init; } = [];

    /// <summary>Gets the id of the call for the server's support.</summary>
    public string TraceId { get; } = "A" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Gets how much of the limits is used; null if there are none, or if the call was not counted.</summary>
    public CallUsage? Usage { get; init; }

    /// <summary>Gets the fault that affects the response, if any.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Gets the response that a fault after the delivery has replaced; null if there was no such fault.</summary>
    public GraphReply? Delivered { get; init; }
}

/// <summary>The response to an accepted call.</summary>
/// <param name="Json">The JSON of the response.</param>
/// <param name="MessageId">The id of a new message in the response, if any.</param>
internal sealed record GraphReply(WireValue? Json, string? MessageId = null) : GraphResponse(200);

/// <summary>The response to a refused call, in the format of Graph.</summary>
/// <param name="Code">The error code.</param>
/// <param name="Message">The message for developers.</param>
/// <param name="Subcode">The subcode, if any.</param>
/// <param name="Type">The exception type that Graph names.</param>
/// <param name="UserTitle">The title for end users, if any.</param>
/// <param name="UserMessage">The message for end users, if any.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record GraphError(
    int Code,
    string Message,
    int? Subcode = null,
    string Type = "OAuthException",
    string? UserTitle = null,
    string? UserMessage = null,
    int Status = 400) : GraphResponse(Status);
