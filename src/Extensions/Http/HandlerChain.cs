using Microsoft.Extensions.Http;

namespace PageMessagesGen.Http;

/// <summary>The handlers of a registered client.</summary>
internal sealed class HandlerChain
{
    private IList<DelegatingHandler> _handlers = [];
    private bool? _mayCopy;

    /// <summary>
    /// Gets a value that indicates whether a handler in front of the innermost one may copy requests, which then find their ticket by the
    /// options alone. Those of Microsoft.Extensions.Http itself only log.
    /// </summary>
    public bool MayCopy => _mayCopy ??= _handlers.Any(handler => handler.GetType().Assembly != typeof(IHttpClientFactory).Assembly);

    /// <summary>Adds the innermost handler. As a part of the primary handler, it is behind all others, also those that are added later.</summary>
    public void Complete(HttpMessageHandlerBuilder builder)
    {
        _handlers = builder.AdditionalHandlers;

        // A second registration of the same name shares the handlers.
        if (builder.PrimaryHandler is not SendOnceHandler)
            builder.PrimaryHandler = new SendOnceHandler { InnerHandler = builder.PrimaryHandler };
    }
}
