using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Emulator.State;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>Finds the endpoint that answers a call. What none knows is answered from the schema alone.</summary>
internal sealed class EndpointTable
{
    private readonly MessageEndpoint _messages;
    private readonly IReadOnlyList<IEndpoint> _endpoints;

    public EndpointTable(EmulatorState state, bool isStateful)
    {
        _messages = new MessageEndpoint(state, isStateful);
        _endpoints = isStateful
            ?
            [
                _messages,
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
            : [_messages, new SampleEndpoint()];
    }

    /// <summary>Gets the endpoint of a route.</summary>
    public IEndpoint Of(Route route) => _endpoints.First(e => e.Serves(route.Schema, route.Operation));

    /// <summary>Gets the response that there would be to a call, which changes nothing.</summary>
    public GraphReply Pretend(AcceptedCall call) => _messages.Serves(call.Route.Schema, call.Route.Operation) ? _messages.Pretend(call) : AnswerBySample(call);

    private static GraphReply AnswerBySample(AcceptedCall call) => new(new SampleResponses(call.Route.Schema).AnswerTo(call.Route.Operation));

    private sealed class SampleEndpoint : IEndpoint
    {
        public bool Serves(SchemaDocument schema, Operation operation) => true;

        public GraphResponse Answer(AcceptedCall call) => AnswerBySample(call);
    }
}
