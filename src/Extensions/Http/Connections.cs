using System.Net;

namespace PageMessagesGen.Http;

/// <summary>Creates the handler that holds the connections of a client.</summary>
internal static class Connections
{
    // An address that changes is used after this time; https://learn.microsoft.com/dotnet/fundamentals/networking/http/httpclient-guidelines
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Creates it: no redirects, which would repeat the body, and no cookies, which the Pages would share.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = Lifetime,
        Proxy = new ProxyOfOthers(),
    };

    /// <summary>The proxy of the system, but not for this machine.</summary>
    private sealed class ProxyOfOthers : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => HttpClient.DefaultProxy.Credentials;
            set => throw new NotSupportedException();
        }

        public Uri? GetProxy(Uri destination) => HttpClient.DefaultProxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
    }
}
