using System.Diagnostics;
using PageMessagesGen.Http;
using PageMessagesGen.Rules;

namespace PageMessagesGen;

/// <summary>Where a client sends to, and as which Page.</summary>
/// <remarks>A client reads the options once, when it is made; later changes do not reach it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class GraphApiOptions
{
    /// <summary>The address of the Graph API: <c>https://graph.facebook.com</c>.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://graph.facebook.com");

    /// <summary>The id of the Page that sends: decimal digits, or <c>me</c> for the Page that the access token belongs to.</summary>
    public string PageId { get; set; } = "";

    /// <summary>The Page access token. It travels in the <c>Authorization</c> header and nowhere else.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string AccessToken { get; set; } = "";

    /// <summary>The server to talk to: scheme, host and port. Plain http is accepted for this machine (loopback) only.</summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>The Graph API version, such as <c>v26.0</c>; null for the one that the client's schema describes.</summary>
    public string? Version { get; set; }

    /// <summary>
    /// How long a call may take if <see cref="HttpClient.Timeout"/> is infinite, as resilience handlers set it: 100 seconds by default,
    /// from the beginning of the call until the response is read. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>What happens to a request that breaks rules of the schema: unless set otherwise, one with an error is not sent.</summary>
    public ValidationMode Validation { get; set; }

    /// <summary>
    /// The names of rules that this client neither enforces nor reports, such as <c>message-tag-needs-tag</c>: the server may be
    /// more generous tomorrow than the schema is today. A name that no rule has does nothing.
    /// </summary>
    public ICollection<string> IgnoredRules { get; set; } = [];

    /// <summary>
    /// Takes what a request breaks and is sent all the same. It is called before the request is sent, on the caller's thread; what it
    /// throws, the call throws, and nothing is sent. Without it, <see cref="ValidationMode.Warn"/> writes to <see cref="Trace"/>.
    /// </summary>
    public Action<IReadOnlyList<RuleViolation>>? OnViolations { get; set; }

    /// <summary>Describes the options without the access token, and without values that cannot be right: one of them may be the token.</summary>
    public override string ToString()
    {
        var page = OptionsCheck.IsPageId(PageId) ? PageId : "(unusable)";
        var server = BaseAddress is { IsAbsoluteUri: true } ? BaseAddress.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "(unusable)";
        var version = Version is null ? "(the schema's)" : OptionsCheck.IsVersion(Version) ? Version : "(unusable)";
        return $"GraphApiOptions {{ PageId = {page}, BaseAddress = {server}, Version = {version}, AccessToken = *** }}";
    }
}
