using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Blocks people on behalf of a Page, and lifts that.</summary>
internal sealed class ModerationEndpoint(EmulatorState state) : IEndpoint
{
    public bool Serves(SchemaDocument schema, Operation operation) => operation.Path == "/{page_id}/moderate_conversations";

    public GraphResponse Answer(AcceptedCall call)
    {
        var actions = Wire.ItemsOf(call.Body.Find("actions")).Select(Wire.TextOf).OfType<string>().Select(action => action.ToUpperInvariant()).ToList();
        foreach (var person in Wire.ItemsOf(call.Body.Find("user_ids")).Select(user => Wire.FindText(user, "id")).OfType<string>())
        {
            if (actions.Exists(action => action is "BLOCK_USER" or "BAN_USER"))
                People.Change(state, call.PageId, person, call.Platform, p => p with { IsBlockedByPage = true });
            else if (actions.Exists(action => action is "UNBLOCK_USER" or "UNBAN_USER"))
                People.Change(state, call.PageId, person, call.Platform, p => p with { IsBlockedByPage = false });
        }

        return new GraphReply(Wire.Success());
    }
}
