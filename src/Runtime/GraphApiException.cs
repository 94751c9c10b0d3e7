using System.Globalization;
using System.Net;
using System.Text;

namespace PageMessagesGen;

/// <summary>A call of the Graph API that did not succeed: the server refused it, or no usable answer came back.</summary>
/// <remarks>It holds what the server said and nothing of what was sent; an access token in a server's text is blanked out.</remarks>
public sealed class GraphApiException : Exception
{
    // Server texts are shown up to this length; the properties hold them whole.
    private const int ShownCharacters = 500;

    /// <summary>Makes an exception without details, as serializers and fakes need it.</summary>
    public GraphApiException()
        : this("The Graph API call failed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public GraphApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and what caused it.</summary>
    public GraphApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception out of what the server answered. Fakes of a client use it to refuse a request.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="error">The members of the answer's error object.</param>
    /// <param name="meaning">What the schema says of the code.</param>
    public GraphApiException(HttpStatusCode statusCode, GraphApiError error, string? meaning = null)
        : base(Describe(statusCode, error ?? throw new ArgumentNullException(nameof(error)), meaning))
    {
        StatusCode = statusCode;
        Error = error;
        Meaning = meaning;
    }

    /// <summary>The HTTP status; null if no answer came back.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The error object of the answer; null if there was none.</summary>
    public GraphApiError? Error { get; }

    /// <summary>What the schema says of <see cref="Code"/>; null if the schema does not list it.</summary>
    public string? Meaning { get; }

    /// <summary>The Graph API's error code, such as 551.</summary>
    public int? Code => Error?.Code;

    /// <summary>The code that narrows <see cref="Code"/> down, such as 1545041.</summary>
    public int? Subcode => Error?.Subcode;

    /// <summary>The server's name for the kind of error, such as <c>OAuthException</c>.</summary>
    public string? Type => Error?.Type;

    /// <summary>The server's text for developers.</summary>
    public string? ErrorMessage => Error?.Message;

    /// <summary>The server's title for the person in front of the screen, in their language.</summary>
    public string? UserTitle => Error?.UserTitle;

    /// <summary>The server's text for the person in front of the screen, in their language.</summary>
    public string? UserMessage => Error?.UserMessage;

    /// <summary>The id of the call for Meta's support (<c>fbtrace_id</c>). It is of use for a short time only.</summary>
    public string? TraceId => Error?.TraceId;

    private static string Describe(HttpStatusCode statusCode, GraphApiError error, string? meaning)
    {
        var text = new StringBuilder("Graph API error");
        if (error.Code is { } code)
            text.Append(CultureInfo.InvariantCulture, $" {code}");
        if (error.Subcode is { } subcode)
            text.Append(CultureInfo.InvariantCulture, $"/{subcode}");
        text.Append(CultureInfo.InvariantCulture, $" (HTTP {(int)statusCode})");
        if (Shorten(error.Message) is { } message)
            text.Append(": ").Append(message);
        if (meaning is not null && error.Message?.Contains(meaning, StringComparison.OrdinalIgnoreCase) != true)
            text.Append(" Meaning: ").Append(meaning);
        if (Shorten(error.TraceId) is { } trace)
            text.Append(" [fbtrace_id ").Append(trace).Append(']');
        return text.ToString();
    }

    private static string? Shorten(string? text)
    {
        if (text is not { Length: > ShownCharacters })
            return text;
        var end = char.IsHighSurrogate(text[ShownCharacters - 1]) ? ShownCharacters - 1 : ShownCharacters;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
