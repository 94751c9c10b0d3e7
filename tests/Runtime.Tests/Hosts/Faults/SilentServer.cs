using System.Net;
using System.Net.Sockets;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>A server that resets each connection before it has read a request.</summary>
internal sealed class SilentServer : IFaultyServer
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _scheme;
    private readonly Func<NetworkStream, Task> _converse;
    private readonly Task _running;

    public SilentServer(string scheme, Func<NetworkStream, Task> converse)
    {
        (_scheme, _converse) = (scheme, converse);
        _listener.Start();
        _running = ListenAsync();
    }

    public Uri Address => new($"{_scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Received => 0;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _running;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptSocketAsync();
                client.LingerState = new LingerOption(true, 0);
                using var stream = new NetworkStream(client);
                await _converse(stream);
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or IOException)
        {
            // The test is over, while a connection is waited for or in between.
        }
    }
}

/// <summary>No server at all.</summary>
internal sealed record NoServer(Uri Address) : IFaultyServer
{
    public int Received => 0;

    public ValueTask DisposeAsync() => default;
}
