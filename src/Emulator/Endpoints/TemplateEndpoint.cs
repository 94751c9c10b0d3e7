using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Creates and lists the templates of a Page. A new one is pending until somebody approves it.</summary>
internal sealed class TemplateEndpoint(EmulatorState state) : IEndpoint
{
    private static readonly string[] Filters = ["category", "language", "status", "name"];

    public bool Serves(SchemaDocument schema, Operation operation) => operation.Path == "/{page_id}/message_templates";

    public GraphResponse Answer(AcceptedCall call) => call.Route.Operation.Verb == HttpVerb.Get
        ? new GraphReply(Wire.Page(state.Templates.Of(call.PageId).Select(Describe).Where(template => IsAskedFor(template, call))))
        : Create(call);

    private static bool IsAskedFor(WireObject template, AcceptedCall call) => Array.TrueForAll(Filters, filter =>
        call.Parameter(filter) is not { } value || string.Equals(Wire.FindText(template, filter), value, StringComparison.OrdinalIgnoreCase));

    private static WireObject Describe(SavedTemplate template)
    {
        var request = (WireObject)WireJson.TryRead(template.Json)!;
        return Wire.Object(
            ("id", Wire.Text(template.Id)),
            ("name", Wire.Text(template.Name)),
            ("language", Wire.Text(template.Language)),
            ("category", request.Find("category")),
            ("status", Wire.Text(template.Status)),
            ("parameter_format", request.Find("parameter_format")),
            ("components", request.Find("components")));
    }

    private GraphReply Create(AcceptedCall call)
    {
        var template = new SavedTemplate(
            NewId.OfObject(),
            Wire.FindText(call.Body, "name") ?? "",
            Wire.FindText(call.Body, "language") ?? "",
            TemplateStatus.Pending,
            WireJson.ToText(call.Body));
        state.Templates.Set(call.PageId, template.Id, template);
        var answer = Wire.Object(("id", Wire.Text(template.Id)), ("status", Wire.Text(template.Status)), ("category", call.Body.Find("category")));
        return new GraphReply(answer);
    }
}

/// <summary>The states of a template that the emulator knows.</summary>
internal static class TemplateStatus
{
    /// <summary>Somebody has still to decide.</summary>
    public const string Pending = "PENDING";

    /// <summary>Messages may use it.</summary>
    public const string Approved = "APPROVED";

    /// <summary>Messages may not use it.</summary>
    public const string Rejected = "REJECTED";
}
