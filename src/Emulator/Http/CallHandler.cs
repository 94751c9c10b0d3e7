using PageMessagesGen.Emulator.Answers;
using PageMessagesGen.Emulator.Judging;

namespace PageMessagesGen.Emulator.Http;

/// <summary>Decides on calls: token, Page, body, customer, in this order; then it delivers.</summary>
internal sealed class CallHandler(string pageId, string accessToken, UnavailablePeople unavailable, DeliveryLedger ledger)
{
    private readonly MessageEndpoint _endpoint = new();

    /// <summary>Answers a call.</summary>
    /// <param name="route">What is called.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="tokens">The access tokens of the request. One of a stranger is enough to refuse it, so none is ever kept.</param>
    public GraphAnswer Answer(Route route, RequestBody body, IReadOnlyList<string> tokens)
    {
        var errors = new GraphErrors(route.Schema);
        return RefuseCaller(route, tokens, errors) ?? RefuseBody(route, body, errors) ?? Deliver(route, body, errors);
    }

    private GraphError? RefuseCaller(Route route, IReadOnlyList<string> tokens, GraphErrors errors)
    {
        if (tokens.Count == 0)
            return errors.InvalidToken("There is none in the request.");
        if (tokens.Any(t => t != accessToken))
            return errors.InvalidToken("The emulator takes its own token only.");
        return route.PageId is null or "me" || route.PageId == pageId ? null : errors.NoSuchPage(route.PageId);
    }

    private GraphError? RefuseBody(Route route, RequestBody body, GraphErrors errors)
    {
        if (body.Fault is { } fault)
            return errors.Detailed(fault.Code, fault.Message);

        // Graph would send it on to the customer. Here it is a leak; the ledger and all answers stay free of tokens.
        if (body.Holds(accessToken))
            return errors.InvalidParameter("The access token stands in the content of the request. It belongs in the Authorization header.");

        var finding = new RequestJudge(route.Schema).Judge(body.Json, route.Operation.Body).FirstOrDefault();
        return finding is null ? null : errors.Detailed(finding.Code, finding.Message);
    }

    private GraphAnswer Deliver(Route route, RequestBody body, GraphErrors errors)
    {
        var address = MessageEndpoint.FindAddress(route.Schema, route.Operation, body.Json, out var refusal);
        if (refusal is not null)
            return errors.InvalidParameter(refusal);
        if (address is not null && unavailable.Contains(address.Value))
            return errors.PersonUnavailable();

        var reply = _endpoint.Accept(route.Schema, route.Operation, body.Json, address);
        ledger.Append(pageId, route.Operation.Name, address, reply.MessageId, body.TextWithoutTransport());
        return reply;
    }
}
