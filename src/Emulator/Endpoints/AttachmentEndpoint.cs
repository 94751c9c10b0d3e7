using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Saves attachments for later messages.</summary>
internal sealed class AttachmentEndpoint(EmulatorState state) : IEndpoint
{
    public bool Serves(SchemaDocument schema, Operation operation) => operation is { Verb: HttpVerb.Post, Path: "/{page_id}/message_attachments" };

    public GraphResponse Answer(AcceptedCall call)
    {
        var attachment = Save(state, call.PageId, Wire.Find(call.Body, "message", "attachment"));
        return new GraphReply(Wire.Object(("attachment_id", Wire.Text(attachment.Id))));
    }

    /// <summary>Saves the attachment of a message.</summary>
    public static SavedAttachment Save(EmulatorState state, string pageId, WireValue? attachment)
    {
        var saved = new SavedAttachment(NewId.OfObject(), Wire.FindText(attachment, "type") ?? "", Wire.FindText(attachment, "payload", "url"));
        state.Attachments.Set(pageId, saved.Id, saved);
        return saved;
    }
}
