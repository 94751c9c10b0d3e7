using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Finds the endpoint that answers a call. What none knows is answered from the schema alone.</summary>
internal sealed class EndpointTable
{
    private readonly IReadOnlyList<IEndpoint> _endpoints;

    public EndpointTable(EmulatorState state, bool isStateful)
    {
        Messages = new MessageEndpoint(state, isStateful);
        _endpoints = isStateful
            ?
            [
                Messages,
                new AttachmentEndpoint(state),
                new PersonaEndpoint(state),
                new TemplateEndpoint(state),
                new ProfileEndpoint(state),
                new UserSettingsEndpoint(state),
                new ThreadControlEndpoint(state),
                new ModerationEndpoint(state),
                new PersonEndpoint(state),
                new SampleEndpoint(),
            ]
            : [Messages, new SampleEndpoint()];
    }

    /// <summary>Gets the endpoint of messages.</summary>
    public MessageEndpoint Messages { get; }

    /// <summary>Gets the endpoint of a route.</summary>
    public IEndpoint Of(Route route) => _endpoints.First(e => e.Serves(route.Schema, route.Operation));

    private sealed class SampleEndpoint : IEndpoint
    {
        public bool Serves(SchemaDocument schema, Operation operation) => true;

        public GraphResponse Answer(AcceptedCall call) => new GraphReply(new SampleResponses(call.Route.Schema).AnswerTo(call.Route.Operation));
    }
}
