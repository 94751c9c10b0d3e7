using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Sets and gets the menu of a single customer.</summary>
internal sealed class UserSettingsEndpoint(EmulatorState state) : IEndpoint
{
    public bool Serves(SchemaDocument schema, Operation operation) => operation.Path == "/{page_id}/custom_user_settings";

    public GraphResponse Answer(AcceptedCall call)
    {
        if (call.Route.Operation.Verb == HttpVerb.Get)
            return new GraphReply(Wire.Page(Describe(call)));
        var person = Wire.FindText(call.Body, "psid") ?? "";
        if (call.Body.Find("persistent_menu") is { } menu)
            state.UserSettings.Set(call.PageId, person, new Setting("user_level_persistent_menu", WireJson.ToText(menu)));
        return new GraphReply(Wire.ResultSuccess());
    }

    private IEnumerable<WireObject> Describe(AcceptedCall call) =>
        state.UserSettings.Find(call.PageId, call.Parameter("psid") ?? "") is { } setting ? [Wire.Object((setting.Name, WireJson.TryRead(setting.Json)))] : [];
}
