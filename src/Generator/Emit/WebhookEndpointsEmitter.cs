using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the methods that receive events in a host.</summary>
internal static class WebhookEndpointsEmitter
{
    private const string Handles = "::ValueTask>";

    public static void Emit(SourceWriter writer, ServiceModel service, WebhookModel webhook)
    {
        writer.Blank();
        writer.Lines($"""
            #pragma warning disable CS3001, CS3002 // ASP.NET Core does not comply with the CLS
            /// <summary>Receives the events of <see cref="{webhook.Name}"/> in a host.</summary>
            {AttributeEmitter.Generated}
            """);
        using (writer.Block($"{service.Visibility} static class {webhook.Extensions}"))
        {
            EmitAdd(writer, webhook, "::Action<::WebhookReceiverOptions> configure", "The function that sets the options: the app secret and the verify token.", "By(configure)");
            EmitAdd(writer, webhook, "::IConfiguration section", "The section of the configuration that has the options: the app secret and the verify token.", "From(section)");
            EmitMap(writer, webhook);
        }
    }

    private static void EmitAdd(SourceWriter writer, WebhookModel webhook, string parameter, string summary, string source) => writer.Lines($"""
        /// <summary>Registers what <c>Map{webhook.Name}</c> needs. The options are validated when the host starts.</summary>
        /// <param name="services">The services.</param>
        /// <param name="{parameter.Substring(parameter.LastIndexOf(' ') + 1)}">{summary}</param>
        public static ::IServiceCollection Add{webhook.Name}(this ::IServiceCollection services, {parameter}) =>
            ::WebhookEndpoints.Add(services, "{webhook.Name}", ::WebhookEndpoints.{source});

        """);

    private static void EmitMap(SourceWriter writer, WebhookModel webhook) => writer.Lines($"""
        /// <summary>Receives events at an address, and passes each to a function.</summary>
        /// <remarks>The signature is verified. Each event is passed on once, those of a customer in their order.</remarks>
        /// <param name="endpoints">The endpoints of the host.</param>
        /// <param name="pattern">The path of the address, such as <c>/webhook</c>.</param>
        /// <param name="handle">The function that handles an event.</param>
        public static ::IEndpointConventionBuilder Map{webhook.Name}(
            this ::IEndpointRouteBuilder endpoints, string pattern, ::Func<{Webhook.Event}, ::WebhookContext, ::CancellationToken, {Handles} handle) =>
            ::WebhookEndpoints.Map(endpoints, pattern, {webhook.Name}.Description, handle);

        /// <summary>Receives events at an address, and passes each to a handler.</summary>
        /// <remarks>The signature is verified. Each event is passed on once, those of a customer in their order, to a handler in a scope of its own.</remarks>
        /// <typeparam name="THandler">The type of the handler: a service, or a class whose constructor takes services.</typeparam>
        /// <param name="endpoints">The endpoints of the host.</param>
        /// <param name="pattern">The path of the address, such as <c>/webhook</c>.</param>
        public static ::IEndpointConventionBuilder Map{webhook.Name}<[::DynamicallyAccessedMembers(::DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
            this ::IEndpointRouteBuilder endpoints, string pattern)
            where THandler : {webhook.Handler} =>
            ::WebhookEndpoints.Map<{Webhook.Event}, THandler>(
                endpoints, pattern, {webhook.Name}.Description, static (handler, received, context, cancellationToken) => handler.HandleAsync(received, context, cancellationToken));
        """);
}
