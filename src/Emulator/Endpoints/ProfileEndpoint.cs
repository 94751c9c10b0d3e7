using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Sets, gets and removes the parts of the Messenger profile of a Page.</summary>
internal sealed class ProfileEndpoint(EmulatorState state) : IEndpoint
{
    private const string Platform = "platform";

    public bool Serves(SchemaDocument schema, Operation operation) => operation.Path == "/{page_id}/messenger_profile";

    public GraphResponse Answer(AcceptedCall call)
    {
        switch (call.Route.Operation.Verb)
        {
            case HttpVerb.Get:
                return new GraphReply(Wire.Page(Describe(call)));
            case HttpVerb.Delete:
                foreach (var name in Wire.ItemsOf(call.Body.Find("fields")).Select(Wire.TextOf).OfType<string>())
                    state.Profile.Remove(call.PageId, name.ToLowerInvariant());
                return new GraphReply(Wire.ResultSuccess());
            default:
                foreach (var part in call.Body.Members.Where(m => m.Name != Platform))
                    state.Profile.Set(call.PageId, part.Name, new Setting(part.Name, WireJson.ToText(part.Value)));
                return new GraphReply(Wire.ResultSuccess());
        }
    }

    // A profile of which nothing is set is an empty list.
    private IEnumerable<WireObject> Describe(AcceptedCall call)
    {
        var profile = Fields.Select(call, [.. state.Profile.Of(call.PageId).Select(part => (part.Name, WireJson.TryRead(part.Json)))]);
        return profile.Members.Count == 0 ? [] : [profile];
    }
}
