using Microsoft.Extensions.Http;

namespace PageMessagesGen.Http;

/// <summary>The handlers of a registered client.</summary>
internal sealed class HandlerChain
{
    /// <summary>
    /// Gets a value that indicates whether a handler in front of the innermost one may copy requests, which then find their ticket by the
    /// options alone. Those of Microsoft.Extensions.Http itself only log.
    /// </summary>
    public bool MayCopy { get; private set; } = true;

    /// <summary>Takes note of the handlers, and adds the innermost one.</summary>
    public void Complete(HttpMessageHandlerBuilder builder)
    {
        MayCopy = builder.AdditionalHandlers.Any(handler => handler.GetType().Assembly != typeof(IHttpClientFactory).Assembly);
        builder.AdditionalHandlers.Add(new SendOnceHandler());
    }
}
