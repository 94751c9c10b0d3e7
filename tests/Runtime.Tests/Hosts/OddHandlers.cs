using System.Net;
using Microsoft.Extensions.Http;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>Handlers that applications write, and that could deliver a message twice.</summary>
internal static class OddHandlers
{
    public static HttpRequestMessage Copy(HttpRequestMessage request, byte[] body, bool withOptions = true)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
        foreach (var header in request.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        foreach (var option in withOptions ? request.Options : [])
            ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
        return copy;
    }

    /// <summary>Gives up on an attempt that goes on, and reports it as a time limit that was reached before there was a connection.</summary>
    internal sealed class Abandoning : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = Copy(request, await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            try
            {
                return await base.SendAsync(copy, CancellationToken.None).WaitAsync(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
            catch (TimeoutException exception)
            {
                throw new TaskCanceledException("Too slow", exception);
            }
        }
    }

    /// <summary>Sends copies synchronously.</summary>
    internal sealed class Synchronous : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            await Task.Run(() => base.Send(Copy(request, body), cancellationToken), cancellationToken);
            return await Task.Run(() => base.Send(Copy(request, body), cancellationToken), cancellationToken);
        }
    }

    /// <summary>Sends two copies, one after the other.</summary>
    internal sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            using (await base.SendAsync(Copy(request, body), cancellationToken))
                return await base.SendAsync(Copy(request, body), cancellationToken);
        }
    }

    /// <summary>Puts the body into another one, for example to report progress.</summary>
    internal sealed class Wrapping : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = new Wrapper(request.Content!);
            return base.SendAsync(request, cancellationToken);
        }

        private sealed class Wrapper(HttpContent inner) : HttpContent
        {
            protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream, context);

            protected override bool TryComputeLength(out long length)
            {
                length = inner.Headers.ContentLength ?? 0;
                return inner.Headers.ContentLength is not null;
            }
        }
    }

    /// <summary>Adds a handler behind those of all other filters.</summary>
    internal sealed class TwiceFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new Twice());
        };
    }
}
