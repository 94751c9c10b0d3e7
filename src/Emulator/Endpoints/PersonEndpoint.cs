using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Gets the profile of a customer. The people are made up, and each id always has the same name.</summary>
internal sealed class PersonEndpoint(EmulatorState state) : IEndpoint
{
    private const string Me = "me";

    public bool Serves(SchemaDocument schema, Operation operation) => operation is { Verb: HttpVerb.Get, Path: "/{psid}" };

    public bool Has(Route route, string pageId) => route.PathParameters[0].Value is var id && (id == Me || id.All(char.IsAsciiDigit));

    public GraphResponse Answer(AcceptedCall call)
    {
        var id = call.Route.PathParameters[0].Value;
        if (id == Me || id == call.PageId)
            return new GraphReply(Fields.Select(call, ("name", Wire.Text($"Page {call.PageId}")), ("id", Wire.Text(call.PageId))));
        if (!Has(call.Route, call.PageId))
            return call.Errors.NoSuchObject(id);
        var person = state.People.Find(call.PageId, id) ?? People.MakeUp(id, call.Platform, state.Clock.GetUtcNow());
        return new GraphReply(Fields.Select(
            call,
            ("first_name", Wire.Text(person.FirstName)),
            ("last_name", Wire.Text(person.LastName)),
            ("name", Wire.Text(person.Name)),
            ("profile_pic", Wire.Text(new Uri(state.BaseAddress, $"inbox/faces/{id}.svg").ToString())),
            ("id", Wire.Text(id))));
    }
}
