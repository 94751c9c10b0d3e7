using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using PageMessagesGen.Emulator.Responses;

namespace PageMessagesGen.Emulator.Http;

/// <summary>
/// Refuses requests that a web page of another site makes a browser send. A name of that site can resolve to 127.0.0.1, so listening
/// on loopback alone does not keep them out: what tells them apart is the <c>Host</c> that the browser names, and its <c>Origin</c>.
/// </summary>
internal static class CallerGuard
{
    private const int DefaultPort = 80;

    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Gets the reason why a request is refused; null if it is not.</summary>
    public static GraphError? Refuse(HttpRequest request)
    {
        var port = request.HttpContext.Connection.LocalPort;
        if (!IsLocal(request.Host, port))
            return Refusal("The Host header must be 127.0.0.1, localhost or [::1], with the port of the emulator.", HttpStatusCode.BadRequest);
        return request.Headers.Origin is { Count: > 0 } origin && !IsLocal(origin.ToString(), port)
            ? Refusal("The Origin header names another site.", HttpStatusCode.Forbidden)
            : null;
    }

    private static bool IsLocal(HostString host, int port) =>
        Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase) && (host.Port ?? DefaultPort) == port;

    // Also "null", which is the origin of sandboxed pages and of files, is another site.
    private static bool IsLocal(string origin, int port)
    {
        const string Scheme = "http://";
        return origin.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Names.Any(name => IsSame(origin[Scheme.Length..], name, port));
    }

    private static bool IsSame(string authority, string name, int port) =>
        authority.Equals(string.Create(CultureInfo.InvariantCulture, $"{name}:{port}"), StringComparison.OrdinalIgnoreCase)
        || (port == DefaultPort && authority.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static GraphError Refusal(string reason, HttpStatusCode status) => new(100, $"(#100) {reason}", Status: (int)status);
}
