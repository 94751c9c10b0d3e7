using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace PageMessagesGen.Emulator.Faults;

/// <summary>
/// Ends the connection of a call in ways that the server has none for. The socket is used directly, which is safe as long as the server
/// has not begun a response. Over HTTP/2, the other calls on the connection end with it.
/// </summary>
internal sealed class FaultyConnection(HttpContext context)
{
    // Time for the caller to see the end and to close its side. Without it, the end would be a reset.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly Socket? _socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;

    /// <summary>Sends bytes as they are, and closes the connection.</summary>
    public async Task CloseAsync(byte[] bytes)
    {
        try
        {
            if (_socket is not null && bytes.Length > 0)
                await _socket.SendAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            _socket?.Shutdown(SocketShutdown.Send);
            await Task.Delay(Farewell, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (SocketException)
        {
            // The caller was faster.
        }

        context.Abort();
    }

    /// <summary>Resets the connection.</summary>
    public Task ResetAsync()
    {
        _socket?.Close(timeout: 0);
        context.Abort();
        return Task.CompletedTask;
    }
}
