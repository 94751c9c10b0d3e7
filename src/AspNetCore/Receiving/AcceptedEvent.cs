using System.Diagnostics;

namespace PageMessagesGen.Receiving;

/// <summary>Handles an event.</summary>
internal delegate ValueTask EventHandling(IWebhookEvent received, WebhookContext context, CancellationToken cancellationToken);

/// <summary>An event that is to be handled.</summary>
/// <param name="Event">The event.</param>
/// <param name="Context">Where it was received.</param>
/// <param name="Handle">What handles it.</param>
/// <param name="Request">The activity of the request, for a link to it.</param>
internal sealed record AcceptedEvent(IWebhookEvent Event, WebhookContext Context, EventHandling Handle, ActivityContext Request)
{
    /// <summary>Gets the name of the type, such as <c>MessageEvent</c>.</summary>
    public string TypeName => Event.GetType().Name;

    /// <summary>Gets what the event is about: a customer of a Page, or the Page. Such events are handled in order.</summary>
    public (string Object, string PageId, string? CustomerId) Subject => (Context.Object, Context.PageId, Event.CustomerId);
}
