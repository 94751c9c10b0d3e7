using System.Net;
using System.Text.RegularExpressions;

namespace PageMessagesGen.Http;

/// <summary>Rejects options that could send a token to the wrong server or make a request invalid.</summary>
/// <remarks>Messages do not show values, because two options may be swapped, and one of them is the token.</remarks>
internal static partial class OptionsCheck
{
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public static void Require(GraphApiOptions options, bool hasPage, bool hasToken = true)
    {
        if (hasPage && !IsPageId(options.PageId))
            throw Invalid($"{nameof(GraphApiOptions.PageId)} must be the Page's id in decimal digits, or 'me'.");
        if (hasToken && !IsToken(options.AccessToken))
            throw Invalid($"{nameof(GraphApiOptions.AccessToken)} is {(string.IsNullOrEmpty(options.AccessToken) ? "missing" : "not a valid access token: it contains spaces, line breaks or non-ASCII characters")}.");
        if (options.AppSecret is { } secret && !IsToken(secret))
            throw Invalid($"{nameof(GraphApiOptions.AppSecret)} is not a valid app secret: it is empty, or contains spaces, line breaks or non-ASCII characters. Set it to null to send no proof.");
        if (options.Version is { } version && !IsVersion(version))
            throw Invalid($"{nameof(GraphApiOptions.Version)} must be a version such as v26.0.");
        if (options.Timeout != Timeout.InfiniteTimeSpan && (options.Timeout <= TimeSpan.Zero || options.Timeout.TotalMilliseconds > int.MaxValue))
            throw Invalid($"{nameof(GraphApiOptions.Timeout)} must be more than zero and at most {int.MaxValue} milliseconds, or infinite.");
        if (!Enum.IsDefined(options.Validation))
            throw Invalid($"{nameof(GraphApiOptions.Validation)} is not a valid {nameof(ValidationMode)}.");
        if (options.IgnoredRules?.All(name => name is not null) != true)
            throw Invalid($"{nameof(GraphApiOptions.IgnoredRules)} must contain names of rules; it can be empty, but must not be null or contain null.");
        RequireAddress(options.BaseAddress);
    }

    public static bool IsPageId(string? pageId) => PageId().IsMatch(pageId ?? "");

    public static bool IsToken(string? token) => Token().IsMatch(token ?? "");

    public static bool IsVersion(string version) => GraphVersion().IsMatch(version);

    private static void RequireAddress(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
            throw Invalid($"{nameof(GraphApiOptions.BaseAddress)} must be an absolute URL.");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address)))
            throw Invalid($"{nameof(GraphApiOptions.BaseAddress)} must use https, or http on this machine, so that the access token is never sent unencrypted.");
        if (address.UserInfo.Length > 0 || address.AbsolutePath != "/" || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw Invalid($"{nameof(GraphApiOptions.BaseAddress)} must contain only a scheme, a host and a port; the client adds the path.");
    }

    // A host called "loopback" counts as loopback for Uri, but is looked up like any other.
    private static bool IsThisMachine(Uri address) =>
        IPAddress.TryParse(address.IdnHost, out var ip) ? IPAddress.IsLoopback(ip) : address.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static ArgumentException Invalid(string message) => new(message);

    [GeneratedRegex(@"^([0-9]{1,32}|me)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PageId();

    [GeneratedRegex(@"^[\x21-\x7E]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^v[0-9]{1,3}\.[0-9]{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex GraphVersion();
}
