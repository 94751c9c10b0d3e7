using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PageMessagesGen.Runtime.Tests.Support;

/// <summary>Answers a request by writing bytes to the connection, which is closed afterwards.</summary>
internal delegate Task AnswerScript(Stream connection, ReceivedRequest request, CancellationToken ct);

/// <summary>An HTTP server on this machine that does byte for byte what a test says, right or wrong.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    // Bound and never listening: its port stays taken, so that no other server of a test that runs beside gets it.
    private static readonly Socket Deaf = Bind();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly AnswerScript _script;
    private readonly bool _readsBody;
    private readonly Task _running;

    /// <summary>Starts a server.</summary>
    /// <param name="script">What it does with a request.</param>
    /// <param name="readsBody">Whether it has read the body by then; if not, the script may read it.</param>
    public ScriptedServer(AnswerScript script, bool readsBody = true)
    {
        (_script, _readsBody) = (script, readsBody);
        _listener.Start();
        _running = ListenAsync();
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>Gives an address of this machine where nobody listens.</summary>
    public static Uri Nobody() => new($"http://127.0.0.1:{((IPEndPoint)Deaf.LocalEndPoint!).Port}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running;
        _stop.Dispose();
    }

    private static Socket Bind()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private async Task ListenAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
                conversations.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReceivedRequest.ReadAsync(stream, _stop.Token, _readsBody) is not { } request)
                    return;
                _requests.Enqueue(request);
                await _script(stream, request, _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The test is over, or the client has hung up, as it may.
            }
        }
    }
}
