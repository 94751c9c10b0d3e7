using PageMessagesGen.Generator.Model;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Generator.Emit;

/// <summary>Writes the code that receives events: a class that reads them, and one that handles them by their type.</summary>
internal static class WebhookEmitter
{
    private const string Arguments = "::WebhookContext context, ::CancellationToken cancellationToken";

    public static void Emit(SourceWriter writer, ServiceModel service, WebhookModel webhook)
    {
        EmitReading(writer, service, webhook);
        writer.Blank();
        EmitHandler(writer, service, webhook);
        if (service.Settings.HasEndpoints)
            WebhookEndpointsEmitter.Emit(writer, service, webhook);
    }

    private static void EmitReading(SourceWriter writer, ServiceModel service, WebhookModel webhook)
    {
        writer.Lines($"/// <summary>{webhook.Summary}</summary>\n{AttributeEmitter.Generated}");
        using (writer.Block($"{service.Visibility} static class {webhook.Name}"))
        {
            writer.Lines($$"""
                /// <summary>Gets what a host needs to know to receive the events.</summary>
                public static ::WebhookDescription<{{Webhook.Event}}> Description { get; } = new("{{webhook.Name}}", Receive);

                /// <summary>Reads the body of a webhook. Verify its signature before, with <see cref="::WebhookSignature"/>.</summary>
                /// <param name="body">The body, as it was received.</param>
                /// <exception cref="::WebhookFormatException">The body is not JSON, or not that of a webhook.</exception>
                public static {{Webhook.Delivery}} Read(::ReadOnlySpan<byte> body)
                {
                    var json = ::Utf8ResponseReader.OfWebhook(body);
                    var delivery = {{service.InExpression(service.JsonReader)}}.{{service.ReadMethod(Webhook.Delivery)}}(ref json);
                    return delivery is not null && json.IsUsable() ? delivery : throw new ::WebhookFormatException();
                }

                /// <summary>Reads the events in the body of a webhook, in their order.</summary>
                /// <param name="body">The body, as it was received.</param>
                /// <exception cref="::WebhookFormatException">The body is not JSON, or not that of a webhook.</exception>
                public static ::IReadOnlyList<::ReceivedEvent<{{Webhook.Event}}>> Receive(::ReadOnlySpan<byte> body)
                {
                    var delivery = Read(body);
                    var received = new ::List<::ReceivedEvent<{{Webhook.Event}}>>();
                    var kind = delivery.Object ?? "";
                    string? platform = kind switch
                    {
                """);
            foreach (var kind in webhook.Objects)
                writer.Lines($"        {kind.NameLiteral} => {kind.PlatformLiteral},");
            writer.Lines($$"""
                        _ => null,
                    };
                    if (delivery.Value is { } sample)
                        received.Add(new(Single(delivery.Field, sample), new ::WebhookContext(kind, "") { Platform = platform, IsSample = true }));
                    foreach (var entry in delivery.Entry ?? [])
                    {
                        var context = new ::WebhookContext(kind, entry.Id ?? "") { Platform = platform, Time = entry.Time };
                        Add(received, entry.Messaging, context);
                        Add(received, entry.Changes, context);
                        if (entry.Value is { } change)
                            received.Add(new(Single(entry.Field, change), context));
                        Add(received, entry.Standby, context with { IsStandby = true });
                    }

                    return received;
                }

                // Beside a field, there is either an event of a conversation, or the content of a change.
                private static {{Webhook.Event}} Single(string? field, {{Webhook.Event}} value) =>
                    value is {{Webhook.UnknownEvent}} { Json: var json } && field is not null ? ::JsonMembers.Change(field, json, {{service.InExpression(service.JsonReader)}}.{{service.ReadMethod(Webhook.Event)}}) ?? value : value;

                private static void Add(::List<::ReceivedEvent<{{Webhook.Event}}>> received, ::IReadOnlyList<{{Webhook.Event}}>? events, ::WebhookContext context)
                {
                    foreach (var added in events ?? [])
                        received.Add(new(added, context));
                }
                """);
        }
    }

    private static void EmitHandler(SourceWriter writer, ServiceModel service, WebhookModel webhook)
    {
        writer.Lines($"""
            /// <summary>Handles events by their type. Override a method for each event that matters.</summary>
            /// <remarks>{webhook.Summary}</remarks>
            """);
        using (writer.Block($"{service.Visibility} abstract partial class {webhook.Handler}"))
        {
            foreach (var type in webhook.Events)
                EmitMethod(writer, type.Method, type.Record, type.Summary, type.Remarks);
            EmitMethod(writer, "OnUnknownAsync", Webhook.UnknownEvent, "An event that the schema does not have, or that does not match it.", "Its JSON is kept.");
            EmitMethod(writer, "OnStandbyAsync", Webhook.Event, "An event of a conversation that another app owns.", "Do not answer it.");
            writer.Lines($"""
                /// <summary>Handles an event, by the method for its type.</summary>
                {Parameters}
                {AttributeEmitter.Generated}
                public ::ValueTask HandleAsync({Webhook.Event} received, {Arguments})
                """);
            using (writer.Block(""))
            {
                writer.Lines("::ArgumentNullException.ThrowIfNull(context);");
                using (writer.Block("return context.IsStandby ? OnStandbyAsync(received, context, cancellationToken) : received switch", "};"))
                {
                    foreach (var type in webhook.Events)
                        writer.Lines($"{type.Record} known => {type.Method}(known, context, cancellationToken),");
                    writer.Lines($"{Webhook.UnknownEvent} unknown => OnUnknownAsync(unknown, context, cancellationToken),");
                    writer.Lines("_ => throw new ::ArgumentNullException(nameof(received)),");
                }
            }
        }
    }

    private const string Parameters = """
        /// <param name="received">The event.</param>
        /// <param name="context">Where it was received.</param>
        /// <param name="cancellationToken">A token that is canceled if the host does not wait any longer.</param>
        """;

    private static void EmitMethod(SourceWriter writer, string method, string record, string summary, string remarks) => writer.Lines($"""
        /// <summary>{summary}</summary>
        /// <remarks>{remarks}</remarks>
        {Parameters}
        {AttributeEmitter.Generated}
        public virtual ::ValueTask {method}({record} received, {Arguments}) => default;

        """);
}
