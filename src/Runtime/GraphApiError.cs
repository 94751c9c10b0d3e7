using System.Globalization;

namespace PageMessagesGen;

/// <summary>The error object of a Graph API response.</summary>
/// <remarks>The properties have the values of the server. <see cref="ToString"/> replaces each control character with a space.</remarks>
public sealed record GraphApiError
{
    /// <summary>Gets the error code, such as 551.</summary>
    public int? Code { get; init; }

    /// <summary>Gets the subcode, which specifies <see cref="Code"/> further (<c>error_subcode</c>).</summary>
    public int? Subcode { get; init; }

    /// <summary>Gets the kind of error, such as <c>OAuthException</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the message for developers.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the title for end users (<c>error_user_title</c>).</summary>
    public string? UserTitle { get; init; }

    /// <summary>Gets the message for end users (<c>error_user_msg</c>).</summary>
    public string? UserMessage { get; init; }

    /// <summary>Gets a value that indicates whether the server called the error transient (<c>is_transient</c>); null if it did not say.</summary>
    public bool? IsTransient { get; init; }

    /// <summary>Gets the id of the call for Meta's support (<c>fbtrace_id</c>).</summary>
    public string? TraceId { get; init; }

    /// <summary>Formats the properties as one printable line.</summary>
    public override string ToString() => PrintableText.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"GraphApiError {{ Code = {Code}, Subcode = {Subcode}, Type = {Type}, Message = {Message}, UserTitle = {UserTitle}, UserMessage = {UserMessage}, TraceId = {TraceId} }}"));
}
