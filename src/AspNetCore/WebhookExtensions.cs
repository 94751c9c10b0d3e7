using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PageMessagesGen.Generated;

namespace PageMessagesGen;

/// <summary>
/// Receives the events of any webhook in a host. In a project that generates the types of the events, there are shorter methods for each
/// webhook, such as <c>MapPageMessagesWebhook</c>.
/// </summary>
/// <remarks>ASP.NET Core is not CLS-compliant, so neither is what names its types.</remarks>
[CLSCompliant(false)]
public static class WebhookExtensions
{
    /// <summary>Registers what the webhook needs. The options are validated when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="webhook">The webhook, such as <c>PageMessagesWebhook.Description</c>.</param>
    /// <param name="configure">The function that sets the options: the app secret and the verify token.</param>
    public static IServiceCollection AddWebhook<TEvent>(this IServiceCollection services, WebhookDescription<TEvent> webhook, Action<WebhookReceiverOptions> configure)
        where TEvent : class, IWebhookEvent
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return WebhookEndpoints.Add(services, webhook.Name, WebhookEndpoints.By(configure));
    }

    /// <summary>Registers what the webhook needs. The options are validated when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="webhook">The webhook, such as <c>PageMessagesWebhook.Description</c>.</param>
    /// <param name="section">The section of the configuration that has the options: the app secret and the verify token.</param>
    public static IServiceCollection AddWebhook<TEvent>(this IServiceCollection services, WebhookDescription<TEvent> webhook, IConfiguration section)
        where TEvent : class, IWebhookEvent
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return WebhookEndpoints.Add(services, webhook.Name, WebhookEndpoints.From(section));
    }

    /// <summary>Receives events at an address, and passes each to a function.</summary>
    /// <param name="endpoints">The endpoints of the host.</param>
    /// <param name="pattern">The path of the address, such as <c>/webhook</c>.</param>
    /// <param name="webhook">The webhook, such as <c>PageMessagesWebhook.Description</c>.</param>
    /// <param name="handle">The function that handles an event.</param>
    /// <exception cref="InvalidOperationException">The webhook is not registered.</exception>
    public static IEndpointConventionBuilder MapWebhook<TEvent>(
        this IEndpointRouteBuilder endpoints, string pattern, WebhookDescription<TEvent> webhook, Func<TEvent, WebhookContext, CancellationToken, ValueTask> handle)
        where TEvent : class, IWebhookEvent =>
        WebhookEndpoints.Map(endpoints, pattern, webhook, handle);

    /// <summary>Receives events at an address, and passes each to an object of a type, in a scope of its own.</summary>
    /// <typeparam name="TEvent">The type of the events.</typeparam>
    /// <typeparam name="THandler">The type of the object: a service, or a class whose constructor takes services.</typeparam>
    /// <param name="endpoints">The endpoints of the host.</param>
    /// <param name="pattern">The path of the address, such as <c>/webhook</c>.</param>
    /// <param name="webhook">The webhook, such as <c>PageMessagesWebhook.Description</c>.</param>
    /// <param name="handle">The function that has the object handle an event.</param>
    /// <exception cref="InvalidOperationException">The webhook is not registered, or the type has no public constructor.</exception>
    public static IEndpointConventionBuilder MapWebhook<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IEndpointRouteBuilder endpoints, string pattern, WebhookDescription<TEvent> webhook, Func<THandler, TEvent, WebhookContext, CancellationToken, ValueTask> handle)
        where TEvent : class, IWebhookEvent
        where THandler : class =>
        WebhookEndpoints.Map(endpoints, pattern, webhook, handle);
}
