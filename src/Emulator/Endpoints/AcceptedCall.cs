using PageMessagesGen.Emulator.Http;
using PageMessagesGen.Emulator.Responses;
using PageMessagesGen.Schema.Model;

namespace PageMessagesGen.Emulator.Endpoints;

/// <summary>A call that the schema allows.</summary>
/// <param name="Route">The operation and the values in the path.</param>
/// <param name="PageId">The Page that calls.</param>
/// <param name="Body">The body; an empty object for a call without one.</param>
/// <param name="Query">The query.</param>
/// <param name="Files">The files that were sent beside the JSON.</param>
/// <param name="Address">The address of the customer, if the operation has one.</param>
/// <param name="Platform">The platform that the customer is on; null if it is unknown.</param>
/// <param name="Errors">Creates the responses to refused calls.</param>
internal sealed record AcceptedCall(
    Route Route,
    string PageId,
    WireObject Body,
    RequestQuery Query,
    IReadOnlyList<DeliveredFile> Files,
    RecipientAddress? Address,
    string? Platform,
    GraphErrors Errors)
{
    /// <summary>Gets the value of a parameter in the path or in the query; null if it was not given.</summary>
    public string? Parameter(string name) =>
        Route.PathParameters.Concat(Query.Parameters).FirstOrDefault(p => p.Name == name)?.Value;
}

/// <summary>Answers the calls of an endpoint, and remembers what they change.</summary>
internal interface IEndpoint
{
    /// <summary>Determines whether the endpoint answers the calls of an operation.</summary>
    bool Serves(SchemaDocument schema, Operation operation);

    /// <summary>
    /// Determines whether the object in the path is one of this endpoint. Several endpoints have paths that are only an id.
    /// </summary>
    bool Has(Route route, string pageId) => true;

    /// <summary>Gets the response to a call.</summary>
    GraphResponse Answer(AcceptedCall call);
}
