using System.Globalization;

namespace PageMessagesGen;

/// <summary>The error object of a Graph API answer.</summary>
/// <remarks>The properties keep what the server said. In <see cref="ToString"/>, each control character is replaced by a space.</remarks>
public sealed record GraphApiError
{
    /// <summary>The error code, such as 551.</summary>
    public int? Code { get; init; }

    /// <summary>The code that narrows <see cref="Code"/> down (<c>error_subcode</c>).</summary>
    public int? Subcode { get; init; }

    /// <summary>The kind of error, such as <c>OAuthException</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The text for developers.</summary>
    public string? Message { get; init; }

    /// <summary>The title for the person in front of the screen (<c>error_user_title</c>).</summary>
    public string? UserTitle { get; init; }

    /// <summary>The text for the person in front of the screen (<c>error_user_msg</c>).</summary>
    public string? UserMessage { get; init; }

    /// <summary>The id of the call for Meta's support (<c>fbtrace_id</c>).</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets the properties as one printable line.</summary>
    public override string ToString() => PrintableText.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"GraphApiError {{ Code = {Code}, Subcode = {Subcode}, Type = {Type}, Message = {Message}, UserTitle = {UserTitle}, UserMessage = {UserMessage}, TraceId = {TraceId} }}"));
}
