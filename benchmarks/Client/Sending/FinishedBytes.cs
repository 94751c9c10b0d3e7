using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using PageMessagesGen.Http;

namespace PageMessagesGen.Benchmarks.Client.Sending;

// HttpClient with finished bytes, alone and behind what a registration puts before the connections.

/// <summary>The limit: HttpClient with finished bytes; the answer is taken as bytes and not looked at.</summary>
internal class RawHttpClient(HttpClient http, Target target, byte[] finished) : Sending<byte[]>
{
    public override string Name => "raw-httpclient";

    protected override async Task<byte[]> CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address);
        request.Headers.Authorization = target.Authorization;
        request.Content = Content(request, finished);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    protected override string? IdOf(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("message_id").GetString();
    }

    protected virtual HttpContent Content(HttpRequestMessage request, byte[] finished) => new ByteArrayContent(finished);
}

/// <summary>The limit with a client of the factory, whose handlers log.</summary>
internal sealed class FactoryHttpClient(Target target, byte[] finished) : RawHttpClient(Create(), target, finished)
{
    public override string Name => "factory-httpclient";

    private static HttpClient Create()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(FactoryHttpClient));
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(nameof(FactoryHttpClient));
    }
}

/// <summary>The same with the innermost handler of our registration, and with what it needs: a ticket, and a body that knows it.</summary>
internal sealed class FactorySendOnce(Target target, byte[] finished) : RawHttpClient(Create(), target, finished)
{
    public override string Name => "factory-httpclient-send-once";

    protected override HttpContent Content(HttpRequestMessage request, byte[] finished)
    {
        // No handler of the factory copies requests, so the body alone carries the ticket.
        var ticket = new SendTicket(mayBeCopied: false);
        return new FinishedContent(finished) { Ticket = ticket };
    }

    private static HttpClient Create()
    {
        var services = new ServiceCollection();
        services.AddHttpClient(nameof(FactorySendOnce));
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new SendOnceFilter(nameof(FactorySendOnce), new HandlerChain())));
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(nameof(FactorySendOnce));
    }

    private sealed class FinishedContent(byte[] finished) : RequestContent(deliversMessage: true)
    {
        protected override ValueTask WriteAsync(Stream stream, CancellationToken cancellationToken) => stream.WriteAsync(finished, cancellationToken);

        protected override void Write(Stream stream, CancellationToken cancellationToken) => stream.Write(finished);

        protected override void Release()
        {
        }

        protected override bool TryComputeLength(out long length)
        {
            length = finished.Length;
            return true;
        }
    }
}
