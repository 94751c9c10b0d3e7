using Microsoft.Extensions.Http;

namespace PageMessagesGen.Http;

/// <summary>Adds the <see cref="SendOnceHandler"/> behind all other handlers of a client, in whatever order they were registered.</summary>
/// <remarks>
/// It is the first of the filters, and therefore the last one to add a handler. A handler of the returned builder would be in front of
/// those that the host adds behind it.
/// </remarks>
internal sealed class SendOnceFilter(string name, HandlerChain handlers) : IHttpMessageHandlerBuilderFilter
{
    /// <inheritdoc/>
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name == name)
            handlers.Complete(builder);
    };
}
