using Microsoft.AspNetCore.Http;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts.Faults;

/// <summary>Something that goes wrong with each request to a server, always in the same way.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Outcome">The outcome that a client has to tell; null if the message is sent.</param>
internal sealed record Fault(string Name, SendOutcome? Outcome)
{
    /// <summary>Gets whether a message whose body the server received has been delivered.</summary>
    public bool Delivers { get; init; }

    /// <summary>Gets whether the server does not end its response, so that only a time limit ends the send.</summary>
    public bool Hangs { get; init; }

    /// <summary>Gets the script of the server over HTTP/1.1; null if the fault has no server that answers.</summary>
    public AnswerScript? Script { get; init; }

    /// <summary>Gets the same over HTTP/2; null if it does not exist there.</summary>
    public RequestDelegate? Http2 { get; init; }

    /// <summary>Gets the server of a fault that comes before any request; null for the usual ones.</summary>
    public Func<Version, ValueTask<IFaultyServer>>? Server { get; init; }

    /// <summary>Starts the server; null if there is no such fault over this version of HTTP.</summary>
    public async Task<IFaultyServer?> StartAsync(Version version) => this switch
    {
        { Server: { } server } => await server(version),
        { Script: { } script } when version == System.Net.HttpVersion.Version11 => new Http1Server(new ScriptedServer(script)),
        { Http2: { } answer } when version == System.Net.HttpVersion.Version20 => await Http2Server.StartAsync(answer),
        _ => null,
    };
}

/// <summary>A server with a fault.</summary>
internal interface IFaultyServer : IAsyncDisposable
{
    Uri Address { get; }

    /// <summary>Gets how many requests it received with their bodies.</summary>
    int Received { get; }

    /// <summary>Sets what connections to the server need.</summary>
    void Prepare(HttpMessageHandler handler)
    {
        // Most need nothing.
    }
}

internal sealed class Http1Server(ScriptedServer server) : IFaultyServer
{
    public Uri Address => server.BaseAddress;

    public int Received => server.Requests.Count(request => request.Body.Length > 0);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
