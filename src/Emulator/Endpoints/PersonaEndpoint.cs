using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Creates, lists, gets and removes the personas of a Page.</summary>
internal sealed class PersonaEndpoint(EmulatorState state) : IEndpoint
{
    private const string Collection = "/{page_id}/personas";
    private const string Item = "/{persona_id}";

    public bool Serves(SchemaDocument schema, Operation operation) => operation.Path is Collection or Item;

    public bool Has(Route route, string pageId) => route.Operation.Path != Item || state.Personas.Find(pageId, IdOf(route)) is not null;

    public GraphResponse Answer(AcceptedCall call)
    {
        if (call.Route.Operation.Path == Collection)
            return new GraphReply(call.Route.Operation.Verb == HttpVerb.Get ? Wire.Page(state.Personas.Of(call.PageId).Select(p => Describe(p, call))) : Create(call));
        var id = IdOf(call.Route);
        if (state.Personas.Find(call.PageId, id) is not { } persona)
            return call.Errors.NoSuchObject(id);
        if (call.Route.Operation.Verb == HttpVerb.Get)
            return new GraphReply(Describe(persona, call));
        state.Personas.Remove(call.PageId, id);
        return new GraphReply(Wire.Success());
    }

    private static string IdOf(Route route) => route.PathParameters[0].Value;

    private static WireObject Describe(SavedPersona persona, AcceptedCall call) => Fields.Select(
        call, ("name", Wire.Text(persona.Name)), ("profile_picture_url", Wire.Text(persona.ProfilePictureUrl)), ("id", Wire.Text(persona.Id)));

    private WireObject Create(AcceptedCall call)
    {
        var persona = new SavedPersona(NewId.OfObject(), Wire.FindText(call.Body, "name") ?? "", Wire.FindText(call.Body, "profile_picture_url") ?? "");
        state.Personas.Set(call.PageId, persona.Id, persona);
        return Wire.Object(("id", Wire.Text(persona.Id)));
    }
}
