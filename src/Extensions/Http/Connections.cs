namespace PageMessagesGen.Http;

/// <summary>Creates the handler that holds the connections of a client.</summary>
internal static class Connections
{
    // An address that changes is used after this time; https://learn.microsoft.com/dotnet/fundamentals/networking/http/httpclient-guidelines
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Creates it: no redirects, which would repeat the body, and no cookies, which the Pages would share.</summary>
    /// <param name="server">The server. On this machine, it is reached without the proxy of the system.</param>
    public static SocketsHttpHandler Create(Uri server) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = Lifetime,
        UseProxy = !server.IsLoopback,
    };
}
