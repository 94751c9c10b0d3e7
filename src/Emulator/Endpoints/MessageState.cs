using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>
/// Refuses messages for what happened before: who has the conversation, which windows are open, and what the ids in a message stand for.
/// What the documentation says of such a message and what code it has is in the schema; where no code is known, it is 100.
/// </summary>
internal sealed class MessageState(EmulatorState state)
{
    /// <summary>How long a Page may write after the customer's last message.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>How long it may with HUMAN_AGENT, and how long after a comment with a private reply.</summary>
    public static readonly TimeSpan LongWindow = TimeSpan.FromDays(7);

    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(365);

    /// <summary>Gets the refusal of a message, or null. A message that is not refused uses up what can be used once.</summary>
    public GraphError? Refuse(AcceptedCall call)
    {
        var person = call.Address is { Member: "id", Value: var id } ? People.Meet(state, call.PageId, id, call.Platform) : null;
        return RefuseOwner(call, person)
            ?? RefuseUnknown(call)
            ?? RefuseTemplate(call)
            ?? (person is not null ? RefuseWindow(call, person) : null)
            ?? RefuseSpent(call);
    }

    private static GraphError? RefuseOwner(AcceptedCall call, Person? person)
    {
        if (person is { IsBlockedByPage: true })
            return Break(StateRules.Reachable, "recipient", call.Errors.PersonUnavailable());
        if (person?.ThreadOwner is null)
            return null;
        return Break(StateRules.ThreadOwner, "recipient", call.Platform == PlatformNames.Instagram ? call.Errors.Of(100, 2534037) : call.Errors.Of(2018300, null));
    }

    // An id that the server did not give out stands for nothing.
    private GraphError? RefuseUnknown(AcceptedCall call)
    {
        if (AttachmentIds(call.Body).Any(id => state.Attachments.Find(call.PageId, id) is null))
            return Break(StateRules.KnownObject, "message.attachment", call.Errors.Of(100, 2018074));
        return Wire.FindText(call.Body, "persona_id") is { } persona && state.Personas.Find(call.PageId, persona) is null
            ? Break(StateRules.KnownObject, "persona_id", call.Errors.NoSuchObject(persona))
            : null;
    }

    private static IEnumerable<string> AttachmentIds(WireObject body)
    {
        var attachment = Wire.Find(body, "message", "attachment");
        return Wire.ItemsOf(Wire.Find(body, "message", "attachments")).Select(a => Wire.Find(a, "payload"))
            .Append(Wire.Find(attachment, "payload"))
            .Concat(Wire.ItemsOf(Wire.Find(attachment, "payload", "elements")))
            .Select(place => Wire.FindText(place, "attachment_id"))
            .OfType<string>();
    }

    private GraphError? RefuseTemplate(AcceptedCall call)
    {
        if (Wire.Find(call.Body, "message", "template") is not { } template || Wire.FindText(template, "name") is not { } name)
            return null;
        var language = Wire.FindText(template, "language", "code");
        var found = state.Templates.Of(call.PageId).FirstOrDefault(t => t.Name == name && (language is null || t.Language == language));
        return found switch
        {
            null => Break(StateRules.KnownObject, "message.template", call.Errors.InvalidParameter("The Page has no template of this name and language.")),
            { Status: not TemplateStatus.Approved } => Break(
                StateRules.ApprovedTemplate, "message.template", call.Errors.InvalidParameter($"The template is not approved: its status is {found.Status}.")),
            _ => null,
        };
    }

    // Sender actions are not messages, and utility messages are what may be sent at any time.
    private GraphError? RefuseWindow(AcceptedCall call, Person person)
    {
        var age = state.Clock.GetUtcNow() - person.LastAction;
        if (age <= Window || Wire.Find(call.Body, "message") is not { } message || Wire.Find(message, "template") is not null)
            return null;
        var open = Wire.FindText(call.Body, "tag")?.ToUpperInvariant() switch
        {
            null => false,
            "HUMAN_AGENT" => age <= LongWindow,
            _ => true,
        };
        return open ? null : Break(StateRules.Window, "recipient", call.Platform == PlatformNames.Instagram ? call.Errors.Of(10, 2534022) : call.Errors.Of(10, 2018278));
    }

    private GraphError? RefuseSpent(AcceptedCall call) => call.Address?.Member switch
    {
        "comment_id" or "post_id" => RefuseComment(call, call.Address),
        "one_time_notif_token" or "notification_messages_token" => RefuseToken(call, call.Address),
        _ => null,
    };

    private GraphError? RefuseComment(AcceptedCall call, RecipientAddress address)
    {
        var (id, place) = (address.Value, $"recipient.{address.Member}");
        if (state.Comments.Find(call.PageId, id) is not { } comment)
            return Break(StateRules.KnownObject, place, call.Errors.Of(100, call.Platform == PlatformNames.Instagram ? 2534025 : 2018292));
        if (state.Clock.GetUtcNow() - comment.Written > LongWindow)
            return Break(StateRules.Once, place, call.Errors.Of(10901, null));

        // Of two replies at the same time, one is the second.
        return state.Comments.TryUpdate(call.PageId, id, c => c is { IsAnswered: false } ? c with { IsAnswered = true } : c, out _)
            ? null
            : Break(StateRules.Once, place, call.Errors.Of(10900, null));
    }

    private GraphError? RefuseToken(AcceptedCall call, RecipientAddress address)
    {
        var (isOneTime, place) = (address.Member == "one_time_notif_token", $"recipient.{address.Member}");
        if (state.Tokens.Find(call.PageId, address.Value) is not { } token || token.IsOneTime != isOneTime)
            return Break(StateRules.KnownObject, place, call.Errors.InvalidParameter($"Param {place} is not a token that a customer gave to the Page."));
        if (state.Clock.GetUtcNow() - token.Given > TokenLife)
            return Break(StateRules.Once, place, call.Errors.InvalidParameter($"Param {place} has expired."));
        return !isOneTime || state.Tokens.TryUpdate(call.PageId, address.Value, t => t is { IsSpent: false } ? t with { IsSpent = true } : t, out _)
            ? null
            : Break(StateRules.Once, place, call.Errors.InvalidParameter($"Param {place} has been used before."));
    }

    private static GraphError Break(string rule, string path, GraphError error) => error with { Rules = [new JournalRule(rule, IsRefused: true, path, error.Message)] };
}
