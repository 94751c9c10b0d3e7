using System.Diagnostics;
using System.Text.Json.Serialization;
using PageMessagesGen.Http;

namespace PageMessagesGen;

/// <summary>The options of a client, such as the server, the Page and the access token.</summary>
/// <remarks>A client reads the options once, when it is created. Later changes have no effect on it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public class GraphApiOptions
{
    /// <summary>Gets the base URL of the Graph API: <c>https://graph.facebook.com</c>.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://graph.facebook.com");

    /// <summary>Gets or sets the id of the sending Page: decimal digits, or <c>me</c> for the Page of the access token.</summary>
    public string PageId { get; set; } = "";

    /// <summary>Gets or sets the Page access token. It is sent only in the <c>Authorization</c> header, and is not part of JSON.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string AccessToken { get; set; } = "";

    /// <summary>
    /// Gets or sets the secret of the app, if the app requires a proof of it; null for calls without a proof. The secret itself is not
    /// sent. The body of each call gets an <c>appsecret_proof</c>, the HMAC-SHA256 of the access token. Calls without a body, which only
    /// read or delete, get none, because it would be part of the URL.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public string? AppSecret { get; set; }

    /// <summary>Gets or sets the URL of the server: scheme, host and port. HTTP is accepted for loopback addresses only.</summary>
    public Uri BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>Gets or sets the Graph API version, such as <c>v26.0</c>; null for the version of the client's schema.</summary>
    public string? Version { get; set; }

    /// <summary>
    /// Gets or sets the timeout of a call if <see cref="HttpClient.Timeout"/> is infinite, as resilience handlers set it. It includes
    /// reading the response. The default is 100 seconds; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> disables it.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets the handling of requests that violate the schema. By default, a request with an error is not sent.</summary>
    public ValidationMode Validation { get; set; }

    /// <summary>
    /// Gets or sets the names of rules that this client neither enforces nor reports, such as <c>message-tag-needs-tag</c>, for example
    /// because the server has become more permissive than the schema. Unknown names have no effect.
    /// </summary>
    public ICollection<string> IgnoredRules { get; set; } = [];

    /// <summary>
    /// Gets or sets the callback for violations that do not prevent sending. It is called before the request is sent, on the caller's
    /// thread. If it throws, the call throws and nothing is sent. Without it, violations are logged if the client is registered in a host,
    /// and written to <see cref="Trace"/> otherwise.
    /// </summary>
    public Action<IReadOnlyList<RuleViolation>>? OnViolations { get; set; }

    /// <summary>Gets what surrounds the calls; null if they are sent as they are.</summary>
    internal ICallPipeline? Pipeline { get; private init; }

    /// <summary>Creates the options of another Page, whose calls are surrounded by a pipeline.</summary>
    internal GraphApiOptions For(string pageId, ICallPipeline pipeline, Action<IReadOnlyList<RuleViolation>> onViolations) => new()
    {
        PageId = pageId,
        AccessToken = AccessToken,
        AppSecret = AppSecret,
        BaseAddress = BaseAddress,
        Version = Version,
        Timeout = Timeout,
        Validation = Validation,
        IgnoredRules = IgnoredRules,
        OnViolations = OnViolations ?? onViolations,
        Pipeline = pipeline,
    };

    /// <summary>
    /// Formats the options without the access token and without invalid values, because one of them may be the token.
    /// </summary>
    public override string ToString()
    {
        var page = OptionsCheck.IsPageId(PageId) ? PageId : "(unusable)";
        var server = BaseAddress is { IsAbsoluteUri: true } ? BaseAddress.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "(unusable)";
        var version = Version is null ? "(the schema's)" : OptionsCheck.IsVersion(Version) ? Version : "(unusable)";
        return $"GraphApiOptions {{ PageId = {page}, BaseAddress = {server}, Version = {version}, AccessToken = *** }}";
    }
}
