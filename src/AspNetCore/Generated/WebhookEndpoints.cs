using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PageMessagesGen.Http;
using PageMessagesGen.Receiving;

namespace PageMessagesGen.Generated;

/// <summary>Registers and maps the webhook of a service. Generated methods such as <c>MapPageMessagesWebhook</c> use it.</summary>
/// <remarks>ASP.NET Core is not CLS-compliant, so neither is what names its types.</remarks>
[CLSCompliant(false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WebhookEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Registers what receives the events of a webhook. A second call only sets further options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the webhook.</param>
    /// <param name="configure">The function that sets the options.</param>
    public static IServiceCollection Add(IServiceCollection services, string name, Action<OptionsBuilder<WebhookReceiverOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        configure(services.AddOptions<WebhookReceiverOptions>(name));
        if (services.Any(service => service.ServiceType == typeof(WebhookHost) && name.Equals(service.ServiceKey)))
            return services;
        services.AddOptions<WebhookReceiverOptions>(name).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<WebhookReceiverOptions>>(new ReceiverOptionsCheck(name));
        services.AddKeyedSingleton(name, (provider, _) => new WebhookHost(provider, name));
        return services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<WebhookHost>(name));
    }

    /// <summary>Sets options by a function.</summary>
    public static Action<OptionsBuilder<WebhookReceiverOptions>> By(Action<WebhookReceiverOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return options => options.Configure(configure);
    }

    /// <summary>Sets options from a section of the configuration.</summary>
    public static Action<OptionsBuilder<WebhookReceiverOptions>> From(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return options => options.Configure(o => ReceiverSection.Read(section, o));
    }

    /// <summary>Maps a webhook whose events a function handles.</summary>
    /// <param name="endpoints">The builder of the endpoints.</param>
    /// <param name="pattern">The path of the webhook, such as <c>/webhook</c>.</param>
    /// <param name="webhook">The webhook.</param>
    /// <param name="handle">The function that handles an event.</param>
    /// <exception cref="InvalidOperationException">The webhook is not registered.</exception>
    public static IEndpointConventionBuilder Map<TEvent>(
        IEndpointRouteBuilder endpoints, string pattern, WebhookDescription<TEvent> webhook, Func<TEvent, WebhookContext, CancellationToken, ValueTask> handle)
        where TEvent : class, IWebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handle);
        return MapTo(endpoints, pattern, webhook, (received, context, cancellationToken) => handle((TEvent)received, context, cancellationToken));
    }

    /// <summary>Maps a webhook whose events are handled by objects of a type. Each event has a scope and, unless the type is a registered service, an object of its own.</summary>
    /// <param name="endpoints">The builder of the endpoints.</param>
    /// <param name="pattern">The path of the webhook, such as <c>/webhook</c>.</param>
    /// <param name="webhook">The webhook.</param>
    /// <param name="handle">The function that has an object handle an event.</param>
    /// <exception cref="InvalidOperationException">The webhook is not registered, or the type has no public constructor.</exception>
    public static IEndpointConventionBuilder Map<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        IEndpointRouteBuilder endpoints, string pattern, WebhookDescription<TEvent> webhook, Func<THandler, TEvent, WebhookContext, CancellationToken, ValueTask> handle)
        where TEvent : class, IWebhookEvent
        where THandler : class
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handle);
        var handlers = new HandlerScopes<THandler>(endpoints.ServiceProvider);
        return MapTo(endpoints, pattern, webhook, (received, context, cancellationToken) => handlers.RunAsync(
            handler => handle(handler, (TEvent)received, context, cancellationToken)));
    }

    // The signature says who calls, so a policy of the application that requires a user does not apply.
    private static IEndpointConventionBuilder MapTo<TEvent>(IEndpointRouteBuilder endpoints, string pattern, WebhookDescription<TEvent> webhook, EventHandling handle)
        where TEvent : class, IWebhookEvent
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(webhook);
        var host = endpoints.ServiceProvider.GetKeyedService<WebhookHost>(webhook.Name)
            ?? throw new InvalidOperationException($"The webhook {webhook.Name} is not registered. Call services.Add{webhook.Name}(…) before the application is built.");
        return endpoints.MapMethods(pattern, Methods, new RequestDelegate(new WebhookEndpoint<TEvent>(host, webhook, handle).RespondAsync))
            .WithDisplayName($"{webhook.Name} {pattern}")
            .WithMetadata(new AllowAnonymousAttribute());
    }
}
