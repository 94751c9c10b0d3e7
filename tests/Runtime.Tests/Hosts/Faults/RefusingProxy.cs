using System.Net;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>A proxy that opens no tunnel to a server that exists only behind it.</summary>
internal sealed class RefusingProxy(int status, string headers) : IFaultyServer
{
    private readonly ScriptedServer _proxy = new(Answers.With(status, headers, []));

    public Uri Address => new("https://graph.example.invalid");

    public int Received => _proxy.Requests.Count(request => request.Body.Length > 0);

    /// <summary>Gets the first line of each request to the proxy.</summary>
    public IEnumerable<string> Asked => _proxy.Requests.Select(request => request.RequestLine);

    /// <summary>Gets or sets the name and password in the URL of the proxy.</summary>
    public string UserInfo { get; init; } = "";

    public void Prepare(HttpMessageHandler handler)
    {
        var proxy = new WebProxy(new UriBuilder(_proxy.BaseAddress) { UserName = UserInfo.Split(':')[0], Password = UserInfo.Split(':')[^1] }.Uri);
        if (handler is HttpClientHandler other)
            other.Proxy = proxy;
        else
            ((SocketsHttpHandler)handler).Proxy = proxy;
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();
}
